# Computes the medians of the results of bench/run for each scenario and target. The output script, whose END block runs
# afterwards, reads scenarios[1..], targets[scenario, 1..], and value[scenario, target, what], where what is rate, p50, p99, cpu, db,
# spread or errors. residents[1..] are targets with a memory size in resident[target], in MiB.

function median(key, what, number, sorted, i, j, current) {
  for (i = 1; i <= number; i++) {
    current = given[key, what, i]
    for (j = i - 1; j > 0 && sorted[j] > current; j--) sorted[j + 1] = sorted[j]
    sorted[j + 1] = current
  }
  lowest = sorted[1]
  highest = sorted[number]
  return (sorted[int((number + 1) / 2)] + sorted[int(number / 2) + 1]) / 2
}

$1 == "warm-up" {
  if (!($2 in known)) { known[$2] = 1; scenarios[++scenario_count] = $2 }
  targets[$2, ++target_count[$2]] = $3
  value[$2, $3, "errors"] += $4
}

$1 == "round" {
  key = $2 SUBSEP $3
  n = ++rounds[key]
  given[key, "rate", n] = $4 + 0
  given[key, "p50", n] = $5 + 0
  given[key, "p99", n] = $6 + 0
  given[key, "cpu", n] = $7 + 0
  given[key, "db", n] = $8 + 0
  value[key, "errors"] += $9
}

$1 == "resident" { residents[++resident_count] = $2; resident[$2] = $3 }

END {
  for (key in rounds) {
    split("p50 p99 cpu db rate", names, " ")
    for (i = 1; i <= 5; i++) value[key, names[i]] = median(key, names[i], rounds[key])
    value[key, "spread"] = value[key, "rate"] > 0 ? (highest - lowest) / value[key, "rate"] : 0
  }
}
