# Two stages: the first compiles the pages with Node, the second only serves them.
FROM python:3.13-slim-bookworm AS build
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /venv \
 && /venv/bin/pip install --require-hashes -r requirements.lock \
 && cp -r /venv /venv-build \
 && /venv-build/bin/python -m pip install --prefix /venv-build --require-hashes -r requirements-build.lock
COPY . .
ENV CAREERCOACH_DATA_DIR=/tmp/build
RUN PATH=/venv-build/bin:$PATH /venv-build/bin/python -c "from careercoach import frontend; frontend.build()" \
 && rm -rf .web/node_modules tests bench

FROM python:3.13-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-noto-core \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home coach \
 && install -d -o coach -g coach -m 700 /data
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 CAREERCOACH_DATA_DIR=/data
USER coach
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:3000/healthz', timeout=4)"]
# SIGTERM (the default) lets jobs finish or hand over; see docs/self-host.md.
CMD ["python", "-m", "careercoach", "serve"]
