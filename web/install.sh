#!/bin/sh
# Installs what the packages of this folder build and test with, where the lock file is newer than what is installed.
set -eu
cd "$(dirname "$0")"

command -v node >/dev/null 2>&1 || { echo "web/install.sh: Node.js 20.19 or newer is needed" >&2; exit 1; }

# Two modules may come at once.
if command -v flock >/dev/null 2>&1; then
  exec 9>.install.lock
  flock 9
fi

installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then
  npm ci --fetch-retries=10 --no-audit --no-fund --loglevel=error
  touch "$installed"
fi
