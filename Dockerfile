# Four images out of one build: web, worker, worker-cuda, setup (migrations and the opening collection, run once a roll-out).
# What each holds is decided by deploy/images/roles.ts; see docs/operate.md.
ARG NODE_IMAGE=docker.io/library/node:20.20.2-bookworm-slim@sha256:2cf067cfed83d5ea958367df9f966191a942351a2df77d6f0193e162b5febfc0
ARG CUDA_IMAGE=docker.io/nvidia/cuda:12.8.1-cudnn-runtime-ubuntu24.04@sha256:ac55d124da4882b497f732d8dfd9a702d5447a5f29d08d56da6f64f0a1eb34bc

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Install scripts would only fetch what is not needed here: native engines of Prisma, CUDA for onnxruntime.
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund

FROM packages AS build
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY prisma.config.ts tsconfig.json ./
COPY prisma prisma
COPY launcher launcher
COPY server/platform/embedded-postgres server/platform/embedded-postgres
RUN npx prisma generate
COPY next.config.js postcss.config.mjs instrumentation.ts instrumentation-client.ts ./
COPY collection collection
COPY public public
COPY lib lib
COPY server server
COPY worker worker
COPY components components
COPY app app
# Nothing is asked at build time: both are there to be well-formed, and neither stays in an image.
RUN DATABASE_URL=postgresql://nobody@127.0.0.1:1/none AUTH_SECRET=stands-in-while-the-pages-are-built npx next build
# After the build, which is long and needs none of it.
COPY deploy/images deploy/images

FROM build AS web-files
RUN npx tsx deploy/images/assemble.ts web /out

FROM build AS worker-files
RUN npx tsx deploy/images/assemble.ts worker /out

FROM build AS setup-files
RUN npx tsx deploy/images/assemble.ts setup /out

# onnxruntime's install script fetches the CUDA provider of the very version in package-lock.json.
FROM build AS worker-cuda-files
RUN ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node --ignore-scripts=false
RUN npx tsx deploy/images/assemble.ts worker /out

FROM ${NODE_IMAGE} AS base
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 VERNISSAGE_DATA=/data HOME=/tmp UV_THREADPOOL_SIZE=8
RUN mkdir /data && chown node:node /data
WORKDIR /app

FROM base AS web
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Vernissage web" \
      org.opencontainers.image.description="Pages, HTTP interface and sockets of a self-hosted gallery" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.cyclonedx.sbom="/app/sbom.cdx.json"
COPY --from=web-files /out ./
USER node
ENV PORT=3000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/images/healthcheck.mjs"]
CMD ["node", "--import", "tsx", "app/main.ts"]

FROM base AS worker
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Vernissage worker" \
      org.opencontainers.image.description="Paints portraits on the processor" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.cyclonedx.sbom="/app/sbom.cdx.json"
COPY --from=worker-files /out ./
USER node
ENV WORKER_PORT=3001 WORKER_HOST=0.0.0.0
EXPOSE 3001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/images/healthcheck.mjs", "/health/ready", "3001"]
CMD ["node", "--import", "tsx", "worker/main.ts"]

FROM base AS setup
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Vernissage setup" \
      org.opencontainers.image.description="Brings the database up to this release" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.cyclonedx.sbom="/app/sbom.cdx.json"
ENV CHECKPOINT_DISABLE=1
# Where the service `backup` of deploy/compose writes: a new volume takes its owner from here.
RUN mkdir /backups && chown node:node /backups
COPY --from=setup-files /out ./
USER node
HEALTHCHECK NONE
CMD ["node", "--import", "tsx", "launcher/setup.ts"]

FROM ${CUDA_IMAGE} AS worker-cuda
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Vernissage worker, CUDA" \
      org.opencontainers.image.description="Paints portraits on an NVIDIA GPU" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.cyclonedx.sbom="/app/sbom.cdx.json"
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
ENV NODE_ENV=production VERNISSAGE_DATA=/data HOME=/tmp UV_THREADPOOL_SIZE=8
# The image brings a user 1000 of its own, ubuntu.
RUN mkdir /data && chown 1000:1000 /data
WORKDIR /app
COPY --from=worker-cuda-files /out ./
USER 1000:1000
ENV WORKER_PORT=3001 WORKER_HOST=0.0.0.0 PAINTER_PROVIDERS=cuda,cpu NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility
EXPOSE 3001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["node", "deploy/images/healthcheck.mjs", "/health/ready", "3001"]
CMD ["node", "--import", "tsx", "worker/main.ts"]
