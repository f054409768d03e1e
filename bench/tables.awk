# Prints the values that medians.awk computed as Markdown: one table of all scenarios and targets, and the ratios of the
# service's medians to those of the other targets.

function row(scenario, target, key) {
  key = scenario SUBSEP target
  printf "| %s | %s | %.0f | %.0f | %.2f | %.2f | %s | %.0f | %d |\n", scenario, target, value[key, "rate"],
    value[key, "spread"] * 100, value[key, "p50"] / 1000, value[key, "p99"] / 1000,
    target == "limit" ? "–" : sprintf("%.0f", value[key, "cpu"]), value[key, "db"], value[key, "errors"]
}

# Rounds to two significant digits.
function ratio(part, whole) {
  if (!(whole > 0)) return "–"
  return sprintf(part / whole < 0.995 ? "%.2f" : part / whole < 9.95 ? "%.1f" : "%.0f", part / whole)
}

# The first scenario has all targets. Scenarios that measure only the service have no ratios.
function ratios(first, count, what, s, t, scenario, target) {
  first = scenarios[1]
  count = target_count[first]
  printf "\nRatios of the service to the other targets:\n\n| scenario |"
  for (what = 1; what <= 2; what++) {
    for (t = 2; t <= count; t++) printf " %s / %s |", (what == 1 ? "requests/s" : "p99"), targets[first, t]
  }
  printf "\n|---|"
  for (t = 2; t <= 2 * count - 1; t++) printf "--:|"
  print ""
  for (s = 1; s <= scenario_count; s++) {
    scenario = scenarios[s]
    if (target_count[scenario] < 2) continue
    printf "| %s |", scenario
    for (what = 1; what <= 2; what++) {
      for (t = 2; t <= count; t++) {
        target = targets[first, t]
        printf " %s |", ratio(value[scenario, "service", compared[what]], value[scenario, target, compared[what]])
      }
    }
    print ""
  }
}

BEGIN {
  split("rate p99", compared, " ")
}

END {
  print "| scenario | target | requests/s | spread % | p50 ms | p99 ms | CPU µs | database CPU µs | errors |"
  print "|---|---|--:|--:|--:|--:|--:|--:|--:|"
  for (s = 1; s <= scenario_count; s++) {
    scenario = scenarios[s]
    for (t = 1; t <= target_count[scenario]; t++) row(scenario, targets[scenario, t])
  }
  ratios()
  printf "\nResident memory after the load: service %.0f MiB", resident["service"]
  for (t = 2; t <= resident_count; t++) printf ", %s %.0f MiB", residents[t], resident[residents[t]]
  print "."
}
