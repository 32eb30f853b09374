#!/bin/sh
# Builds the console into web/console/dist. Run by Maven (web/pom.xml) and by hand.
# Installs only where the lock file is newer than what is installed, and builds only where something
# that goes into the build has changed since the last one, so that a second run costs milliseconds.
set -eu
cd "$(dirname "$0")"

./install.sh

stamp=console/dist/.built
inputs="console/src console/public console/index.html console/package.json console/vite.config.ts console/tsconfig.json package-lock.json build.sh"
# A deleted file changes its folder's time, so folders are looked at too.
if [ -f "$stamp" ] && [ -z "$(find $inputs -newer "$stamp" -print | head -n 1)" ]; then
  exit 0
fi

rm -f "$stamp"
# File names carry a hash of their content: those of the last build must not stay in the jar.
rm -rf target/classes/META-INF/avow/console
npm run --silent check -w console
npm run --silent test -w console
npm run --silent build -w console
touch "$stamp"
