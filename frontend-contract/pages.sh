#!/bin/sh
# Builds and tests the pages for Maven: `pages.sh build`, `pages.sh test`.
#
# Nothing is done when nothing has changed, so that a restart of the server does not wait for npm.
# Without Node the server is still worth running: the jar then carries a page that says what is missing.
set -eu
cd "$(dirname "$0")"

# Straight into the classes: copied from elsewhere, files of earlier builds would stay there and reach the jar.
readonly PAGES=target/classes/static
readonly BUILT=target/pages.built
readonly TESTED=target/pages.tested
readonly SCHEMA=../schema/src/main/resources/graphql
readonly INSTALLED=node_modules/.installed

say() { echo "[pages] $*"; }

# Why the pages cannot be built here, or nothing.
obstacle() {
  if ! command -v node >/dev/null 2>&1; then
    echo "Node.js was not found"
  elif ! command -v npm >/dev/null 2>&1; then
    echo "npm was not found"
  elif ! node -e 'const [a, b] = process.versions.node.split(".").map(Number);
                  process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'; then
    echo "Node.js $(node --version) is too old"
  fi
}

fingerprint_of_install() { cat package.json package-lock.json | cksum; node --version; uname -sm; }

fingerprint_of_sources() {
  fingerprint_of_install
  find src .npmrc pages.sh tsconfig.json vite.config.ts -type f -exec cksum {} + | LC_ALL=C sort -k 3
}

fingerprint_of_tests() {
  fingerprint_of_sources
  cat "$SCHEMA"/*.graphqls | cksum
}

same() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

install_packages() {
  packages=$(fingerprint_of_install)
  same "$INSTALLED" "$packages" && return
  say "installing packages (only when package-lock.json has changed)"
  if ! npm ci --prefer-offline --no-audit --no-fund --loglevel=error; then
    say "npm ci failed. Check npm's registry, or build without pages: -Dpages.skip=true"
    exit 1
  fi
  echo "$packages" >"$INSTALLED"
}

ship_missing_page() {
  say "$1: the server is built without its pages."
  say "Install Node.js 20.19, 22.12 or newer with npm (https://nodejs.org) and build again."
  rm -rf "$PAGES" "$BUILT"
  mkdir -p "$PAGES/graphiql"
  cp src/missing/index.html "$PAGES/index.html"
  cp src/missing/index.html "$PAGES/graphiql/index.html"
}

build() {
  problem=$(obstacle)
  if [ -n "$problem" ]; then
    ship_missing_page "$problem"
    return
  fi
  sources=$(fingerprint_of_sources)
  if same "$BUILT" "$sources" && [ -f "$PAGES/graphiql/index.html" ]; then
    say "unchanged"
    return
  fi
  install_packages
  rm -f "$BUILT"
  say "building"
  npm run --silent build
  echo "$sources" >"$BUILT"
}

run_tests() {
  problem=$(obstacle)
  if [ -n "$problem" ]; then
    say "$problem: the pages' tests are skipped"
    return
  fi
  inputs=$(fingerprint_of_tests)
  if same "$TESTED" "$inputs"; then
    say "unchanged since their tests passed"
    return
  fi
  install_packages
  npm run --silent test
  mkdir -p target
  echo "$inputs" >"$TESTED"
}

case "${1:-}" in
  build) build ;;
  test) run_tests ;;
  *)
    echo "usage: pages.sh build|test" >&2
    exit 2
    ;;
esac
