# Becomes a service, and leaves a watcher behind which stops that service when standard input ends.
# Only the parent holds the other end of standard input, so it ends when the parent says so or is gone, however it went.
# Arguments: file for the process id, signal that asks for a clean stop, seconds of patience, then the service's command.
pid_file=$1
signal=$2
patience=$3
shift 3
service=$$
echo "$service" >"$pid_file"
exec 3<&0 </dev/null
# Started from a shell that ends at once: a server that counts its children (PostgreSQL) must not find one it does not know.
(
  (
    cat <&3 >/dev/null
    kill -s "$signal" "$service"
    kill -s CONT "$service" # a frozen service hears nothing
    tenths=0
    while kill -s 0 "$service" && [ "$tenths" -lt "$((patience * 10))" ]; do
      sleep 0.1
      tenths=$((tenths + 1))
    done
    kill -s KILL "$service"
  ) >/dev/null 2>&1 &
)
exec 3<&-
exec "$@"
