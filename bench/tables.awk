# What medians.awk has read, as Markdown: a table a scenario.

function percent(share) { return sprintf("%.0f %%", share * 100) }

function row(scenario, target, key, limit) {
  key = scenario SUBSEP target
  limit = (scenario, "limit", "rate") in value ? value[scenario, "limit", "rate"] : 0
  printf "| %s | %.0f | %s | %s | %.2f | %.2f | %s | %.0f | %d |\n", target, value[key, "rate"], percent(value[key, "spread"]),
    (limit > 0 ? percent(value[key, "rate"] / limit) : "–"), value[key, "p50"] / 1000, value[key, "p99"] / 1000,
    target == "limit" ? "–" : sprintf("%.0f", value[key, "cpu"]), value[key, "db"], value[key, "errors"]
}

BEGIN {
  does["me"] = "`GET /me`"
  does["preferences"] = "`PATCH /me/notification-preferences`, two flags"
  does["favorites"] = "`GET /favorites?limit=20`"
  does["saves"] = "`POST /favorites` and `DELETE /favorites/{activityId}` in turns"
  does["figures"] = "`GET /analytics/favorites`, of 25 activities; the peer and the limit count rows"
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
  printf "\nResident after the load: the service %.0f MiB%s.\n", resident["service"],
    "peer" in resident ? sprintf(", the peer %.0f MiB", resident["peer"]) : ""
}
