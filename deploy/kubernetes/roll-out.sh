#!/usr/bin/env bash
# `deploy/kubernetes/roll-out.sh OVERLAY [NAMESPACE]`: a release, in its order: setup first, and everything else only when that has succeeded.
set -euo pipefail
overlay="${1:?which folder of overlays?}"
namespace="${2:-vernissage}"
all="$(kubectl kustomize "$overlay")"
# Documents whose kind is the given one (1), or is not (0).
of_kind() { awk -v kind="$1" -v want="$2" 'BEGIN { RS = "---\n"; ORS = "---\n" } (index("\n" $0, "\nkind: " kind "\n") > 0) == want' <<<"$all"; }

kubectl -n "$namespace" delete job setup --ignore-not-found --wait
for kind in ServiceAccount ConfigMap PersistentVolumeClaim NetworkPolicy Job; do of_kind "$kind" 1 | kubectl apply -f -; done
kubectl -n "$namespace" wait --for=condition=complete --timeout=30m job/setup
kubectl -n "$namespace" logs job/setup | tail -3
of_kind Job 0 | kubectl apply -f -
for name in $(kubectl -n "$namespace" get deployments -l app.kubernetes.io/part-of=vernissage -o name); do
  kubectl -n "$namespace" rollout status "$name" --timeout=15m
done
