# What medians.awk has read, as Markdown: a table a scenario, and one of the service's medians divided by the others'.

function percent(share) { return sprintf("%.0f %%", share * 100) }

function row(scenario, target, key, limit) {
  key = scenario SUBSEP target
  limit = (scenario, "limit", "rate") in value ? value[scenario, "limit", "rate"] : 0
  printf "| %s | %.0f | %s | %s | %.2f | %.2f | %s | %.0f | %d |\n", target, value[key, "rate"], percent(value[key, "spread"]),
    (limit > 0 ? percent(value[key, "rate"] / limit) : "–"), value[key, "p50"] / 1000, value[key, "p99"] / 1000,
    target == "limit" ? "–" : sprintf("%.0f", value[key, "cpu"]), value[key, "db"], value[key, "errors"]
}

# As exact as two digits are.
function ratio(part, whole) {
  if (!(whole > 0)) return "–"
  return sprintf(part / whole < 0.995 ? "%.2f" : part / whole < 9.95 ? "%.1f" : "%.0f", part / whole)
}

# The other targets are those of the first scenario; a scenario of the service alone has no row.
function ratios(first, count, what, s, t, scenario, target) {
  first = scenarios[1]
  count = target_count[first]
  printf "\nThe service's requests/s and its 99th percentile, each divided by the other's:\n\n| scenario |"
  for (what = 1; what <= 2; what++) {
    for (t = 2; t <= count; t++) {
      target = targets[first, t]
      printf " %s to %s |", (what == 1 ? "requests/s" : "p99"), (target == "limit" ? "the limit" : target)
    }
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
  does["me"] = "`GET /me`"
  does["preferences"] = "`PATCH /me/notification-preferences`, two flags"
  does["favorites"] = "`GET /favorites?limit=20`"
  does["saves"] = "`POST /favorites` and `DELETE /favorites/{activityId}` in turns"
  does["figures"] = "`GET /analytics/favorites`, of 25 activities; the peers and the limit count rows"
  does["401"] = "`GET /me` with a damaged token"
  does["400"] = "`PATCH /me/notification-preferences` with a text for a flag"
  does["404"] = "`POST /favorites` of an activity that there is not"
}

END {
  for (s = 1; s <= scenario_count; s++) {
    scenario = scenarios[s]
    printf "%s**%s** (%s)\n\n", (s > 1 ? "\n" : ""), scenario, does[scenario]
    print "| target | requests/s | spread | of the limit | p50 ms | p99 ms | its CPU, µs | database's CPU, µs | errors |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for (t = 1; t <= target_count[scenario]; t++) row(scenario, targets[scenario, t])
  }
  ratios()
  printf "\nResident after the load: the service %.0f MiB", resident["service"]
  for (t = 2; t <= resident_count; t++) printf ", %s %.0f MiB", residents[t], resident[residents[t]]
  print "."
}
