#!/usr/bin/env bash
# Measures the nightly review of tiers on PostgreSQL: a million members whose term ended yesterday, seven in ten keep it.
# The server is killed in the middle; the run must go on behind its last chunk and move nobody twice.
# Needs a PostgreSQL where a database may be made:  PGHOST=127.0.0.1 PGPORT=5432 PGUSER=postgres bench/review.sh [members]
set -euo pipefail
cd "$(dirname "$0")/.."
members=${1:-1000000}
name=shuke_review_$$
url=http://127.0.0.1:${BENCH_PORT:-5099}
server=src/Server/bin/Release/net10.0/Shuke.Server.dll
work=$(mktemp -d)
app="Host=$PGHOST;Port=$PGPORT;Username=${name}_app;Database=$name"
owner="Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Database=$name"
pid=
sql() { psql -q -v ON_ERROR_STOP=1 -X -A -t -d "$name" "$@"; }
start() {
  dotnet "$server" serve --data "$work/data" --database "$app" --url "$url" >>"$work/log" 2>&1 &
  pid=$!
  for _ in $(seq 100); do curl -sf "$url/api/health" >/dev/null && return; sleep 0.3; done
  cat "$work/log" >&2
  exit 1
}
clean() {
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
  wait 2>/dev/null || true
  psql -q -X -d postgres -c "DROP DATABASE IF EXISTS $name WITH (FORCE)" -c "DROP ROLE IF EXISTS ${name}_app" || true
  rm -rf "$work"
}
trap clean EXIT
call() { curl -sf -b "$work/jar" -c "$work/jar" -H 'Content-Type: application/json' -H "Idempotency-Key: $RANDOM$RANDOM$RANDOM" "$@"; }
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
state() { call "$url/api/jobs/$1"; }

psql -q -X -d postgres -c "CREATE DATABASE $name"
dotnet "$server" prepare-database --database "$app" --database-owner "$owner" >>"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
start
call "$url/api/setup" -d '{"ownerName":"店主","ownerPhone":"13800000001","password":"correct-horse-9","shopName":"测量","template":"coffee"}' >/dev/null
for _ in $(seq 50); do [ "$(sql -c 'SELECT COUNT(*) FROM tier')" = 3 ] && break; sleep 0.2; done

echo "Making $members members ..." >&2
sql -v n="$members" <<'SQL'
CREATE TEMP TABLE x AS SELECT (SELECT MIN(merchant_id) FROM merchant) AS m, (SELECT id FROM tier WHERE position = 1) AS silver,
  (SELECT id FROM asset WHERE code = 'spent') AS spent;
-- Four purchases of each member, one every quarter: the windows must be summed, no balance answers.
INSERT INTO book (merchant_id, member_id, frozen, registered, opened_at, accounts, entries, stored, balances, heads)
SELECT m, i, FALSE, TRUE, EXTRACT(EPOCH FROM now() - INTERVAL '2 years')::bigint * 1000, '[[' || i || ',' || spent || ']]', 4, 0,
  CASE WHEN i % 10 < 7 THEN '[[60000,4,60000]]' ELSE '[[20000,4,20000]]' END, decode(repeat('00', 32), 'hex') FROM x, generate_series(1, :n) i;
INSERT INTO member_tier SELECT m, i, silver, CURRENT_DATE - 366, CURRENT_DATE - 1, 'rule' FROM x, generate_series(1, :n) i;
INSERT INTO posting (merchant_id, id, kind, document_kind, document_id, channel, at, day, reason, format, key, member_id, entries, hashes)
SELECT m, 4 * i + p, 'sale', 'bench', (4 * i + p)::text, 'bench', 0, CURRENT_DATE - 90 * p::int, '', 1, 'bench:' || 4 * i + p, i,
  '[[0,' || i || ',' || 5 - p || ',' || CASE WHEN i % 10 < 7 THEN 15000 ELSE 5000 END || ',0,"earn",""]]', decode(repeat('00', 32), 'hex')
  FROM x, generate_series(1, :n) i, generate_series(1, 4) p;
ANALYZE;
SQL

run() { # asks for a review and waits; leaves the time in $seconds. Not in a subshell: it may start another server.
  local job began
  began=$(date +%s.%N)
  job=$(call "$url/api/tiers/review" -d "$1" | field jobId)
  if [ "${2:-}" = kill ]; then
    for _ in $(seq 600); do [ "$(sql -c 'SELECT COUNT(*) FROM tier_change')" -gt $((members / 3)) ] && break; sleep 0.2; done
    kill -9 "$pid"; wait "$pid" 2>/dev/null || true
    echo "Killed after $(sql -c 'SELECT COUNT(*) FROM tier_change') members." >&2
    start
  fi
  until state "$job" | grep -q '"state":"\(done\|failed\)"'; do sleep 0.5; done
  state "$job" | sed 's/.*"result":/  /; s/,"error".*//; a\' >&2
  seconds=$(echo "$(date +%s.%N) - $began" | bc)
}
run '{"preview":true}'
echo "preview: $seconds s"
run '{"preview":false}' kill
echo "review, killed once (the lease of the dead run, 30 s, included): $seconds s"
wrong=$(sql -c "SELECT COUNT(*) FROM (SELECT member_id FROM tier_change GROUP BY member_id HAVING COUNT(*) <> 1) w")
left=$(sql -c "SELECT COUNT(*) FROM member_tier WHERE until < CURRENT_DATE")
moved=$(sql -c "SELECT COUNT(*) FROM tier_change")
kept=$(sql -c "SELECT COUNT(*) FROM member_tier WHERE tier_id = (SELECT id FROM tier WHERE position = 1)")
echo "moved $moved of $members, kept $kept, moved twice or never $wrong, left behind $left; load average $(cut -d' ' -f1 /proc/loadavg)"
[ "$wrong" = 0 ] && [ "$left" = 0 ] && [ "$moved" = "$members" ]
