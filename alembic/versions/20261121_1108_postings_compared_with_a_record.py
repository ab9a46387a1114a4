"""postings compared with a record"""

import sqlalchemy as sa
from alembic import op

revision = "6ba00a97d9e3"
down_revision = "7406817b0554"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "match_analyses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("link", sa.String(length=2000), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("posting_text", sa.String(), nullable=False),
        sa.Column("resume_text", sa.String(), nullable=False),
        sa.Column("edits", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("context", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("overall", sa.Integer(), nullable=False),
        sa.Column("profile_version", sa.Integer(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("problem_key", sa.String(length=80), nullable=False),
        sa.Column("chat_draft", sa.String(), nullable=False),
        sa.Column("chat_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_match_analyses_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_analyses")),
    )
    with op.batch_alter_table("match_analyses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_analyses_removed_at"), ["removed_at"], unique=False)
        batch_op.create_index("ix_match_analyses_user_id_created_at", ["user_id", "created_at"], unique=False)

    op.create_table(
        "match_drafts",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("posting", sa.String(), nullable=False),
        sa.Column("dream", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_match_drafts_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_match_drafts")),
    )
    op.create_table(
        "match_messages",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("analysis_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.String(length=6), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("request", sa.String(length=60), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["match_analyses.id"],
            name=op.f("fk_match_messages_analysis_id_match_analyses"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_match_messages_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_messages")),
        sa.UniqueConstraint("analysis_id", "request", name=op.f("uq_match_messages_analysis_id_request")),
    )
    with op.batch_alter_table("match_messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_messages_analysis_id"), ["analysis_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_match_messages_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("match_messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_match_messages_user_id"))
        batch_op.drop_index(batch_op.f("ix_match_messages_analysis_id"))

    op.drop_table("match_messages")
    op.drop_table("match_drafts")
    with op.batch_alter_table("match_analyses", schema=None) as batch_op:
        batch_op.drop_index("ix_match_analyses_user_id_created_at")
        batch_op.drop_index(batch_op.f("ix_match_analyses_removed_at"))

    op.drop_table("match_analyses")
