#!/bin/sh
# Generates the secrets of docker-compose.yml, once; existing ones are kept.
set -eu
cd "$(dirname "$0")/secrets"

if [ -e database_url ]; then
  echo "The secrets in $(pwd) exist already and are kept." >&2
  exit 0
fi
# Letters and digits only: they stand in an address without escaping. 43 of them are 256 bits.
random() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 43; }

# The folder keeps others out; within, the container's own user must be able to read.
chmod 700 .
umask 022
password=$(random)
printf '%s' "$password" >postgres_password
random >session_secret
printf 'postgres://chapterhouse:%s@postgres:5432/chapterhouse' "$password" >database_url
echo "Made the secrets in $(pwd). Keep a copy in a safe place: without them the data cannot be opened."
