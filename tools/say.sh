# How the commands talk: a title for each step with the seconds it took, and one way to stop.

step_title=""
step_start=0

# Ends the step before and begins a new one.
step() {
  end_step
  step_title=$1
  step_start=$SECONDS
  printf '\n== %s\n' "$step_title"
}

# Says how long the current step took.
end_step() {
  [ -z "$step_title" ] && return
  printf '   done in %d s\n' "$((SECONDS - step_start))"
  step_title=""
}

say() { printf '   %s\n' "$*"; }

# Stops with what is wrong ($1) and how to fix it ($2).
fail() {
  printf '\nbuild.sh: %s\n  Fix: %s\n' "$1" "$2" >&2
  step_title=""
  exit 1
}

# A command that fails ends the run under `set -e`; this names the step it happened in.
trap 'code=$?; [ $code -ne 0 ] && [ -n "$step_title" ] && printf "\nbuild.sh: \"%s\" failed.\n" "$step_title" >&2; exit $code' EXIT
