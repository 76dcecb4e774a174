#!/bin/sh
# Builds the examples, and a generated plugin of every kind, as their authors would: in builds of
# their own against the artifacts of this project.
#
# The artifacts go into a repository of their own below target/, so that neither the user's
# repository nor another checkout is touched. It borrows everything else from the user's repository
# by symbolic links, so that nothing is downloaded twice.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
user_repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
work=$root/target/examples
rm -rf "$work"
mkdir -p "$work/repository/org" "$user_repository"

for entry in "$user_repository"/*; do
  name=$(basename "$entry")
  [ -e "$entry" ] && [ "$name" != org ] && ln -s "$entry" "$work/repository/$name"
done
for entry in "$user_repository"/org/*; do
  name=$(basename "$entry")
  [ -e "$entry" ] && [ "$name" != deepcausalmmm ] && ln -s "$entry" "$work/repository/org/$name"
done

maven() {
  mvn -q -ntp -B -Dmaven.repo.local="$work/repository" "$@"
}

maven install -DskipTests -pl mmm-api,mmm-testkit,mmm-core -am
for kind in temporal structure saturation loss prior; do
  java -cp "mmm-core/target/classes:mmm-api/target/classes" examples/Generate.java \
    "$kind" "acme-$kind" "$work/acme-$kind"
done
for project in "$root/examples/weibull-saturation" "$root/examples/category-prior" "$work"/acme-*; do
  echo "$project"
  (cd "$project" && maven verify)
done
