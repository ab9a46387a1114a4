"""Which storage the settings name."""

from careercoach.ports.files import Files, FilesUnavailableError
from careercoach.ports.files.disk import DiskFiles
from careercoach.ports.files.s3 import Bucket, S3Files
from careercoach.settings import settings


def disk_files() -> DiskFiles:
    """The folder in the data folder, wherever that is at the time."""
    return DiskFiles(lambda: settings.data_dir / "files")


def s3_files() -> S3Files:
    """The bucket of the settings. Raises FilesUnavailableError when none is named."""
    if not settings.s3_bucket:
        raise FilesUnavailableError("no_bucket_named")
    return S3Files(
        Bucket(
            name=settings.s3_bucket,
            prefix=settings.s3_prefix,
            region=settings.s3_region,
            endpoint_url=settings.s3_endpoint_url,
            public_endpoint_url=settings.s3_public_endpoint_url,
            access_key_id=settings.s3_access_key_id,
            secret_access_key=settings.s3_secret_access_key,
            path_style=settings.s3_force_path_style,
            sse=settings.s3_sse,
            kms_key_id=settings.s3_kms_key_id,
        )
    )


def chosen_files() -> Files:
    """The one in use. Raises FilesUnavailableError when it is S3 without a bucket."""
    return s3_files() if settings.files_service == "s3" else disk_files()
