# Draws the values that medians.awk computed as an SVG bar chart: one group per scenario, one bar per target, its length is the
# number of requests per second.

function text(x, y, class, anchor, content) {
  printf "  <text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>\n", x, y, class, anchor, content
}

function bar(y, target, rate) {
  printf "  <rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\" class=\"%s\"/>\n", left, y, rate * scale, thick, target
  text(left + rate * scale + 6, y + thick - 3, "number", "start", sprintf("%.0f", rate))
}

# The first scenario has all targets.
function legend(first, t, x, target) {
  first = scenarios[1]
  x = left
  for (t = 1; t <= target_count[first]; t++) {
    target = targets[first, t]
    printf "  <rect x=\"%d\" y=\"38\" width=\"12\" height=\"12\" rx=\"2\" class=\"%s\"/>\n", x, target
    text(x + 18, 48, "number", "start", target)
    x += 46 + 6 * length(target)
  }
}

function style() {
  print "  <style>"
  print "    text { font: 13px system-ui, sans-serif; fill: #1f2328 }"
  print "    .title { font-size: 16px; font-weight: 600 }"
  print "    .number { font-size: 12px; fill: #57606a }"
  print "    .service { fill: #0969da } .fastify { fill: #9a6700 } .nestjs { fill: #bf3989 } .limit { fill: #afb8c1 }"
  print "    @media (prefers-color-scheme: dark) {"
  print "      text { fill: #e6edf3 } .number { fill: #9da7b3 }"
  print "      .service { fill: #4493f8 } .fastify { fill: #d29922 } .nestjs { fill: #db61a2 } .limit { fill: #57606a }"
  print "    }"
  print "  </style>"
}

END {
  left = 110; thick = 14; step = 18; gap = 14; top = 70; width = 800
  for (s = 1; s <= scenario_count; s++) {
    bars += target_count[scenarios[s]]
    for (t = 1; t <= target_count[scenarios[s]]; t++) {
      rate = value[scenarios[s], targets[scenarios[s], t], "rate"]
      if (rate > most) most = rate
    }
  }
  scale = (width - left - 60) / (most > 0 ? most : 1)
  height = top + bars * step + scenario_count * gap
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title desc\">\n", width, height
  print "  <title id=\"title\">Requests per second, by scenario</title>"
  printf "  <desc id=\"desc\">"
  for (s = 1; s <= scenario_count; s++) {
    printf "%s%s:", (s > 1 ? "; " : ""), scenarios[s]
    for (t = 1; t <= target_count[scenarios[s]]; t++) {
      printf "%s %s %.0f", (t > 1 ? "," : ""), targets[scenarios[s], t], value[scenarios[s], targets[scenarios[s], t], "rate"]
    }
  }
  print "</desc>"
  style()
  text(16, 24, "title", "start", "Requests per second")
  legend()
  y = top
  for (s = 1; s <= scenario_count; s++) {
    scenario = scenarios[s]
    text(left - 12, y + target_count[scenario] * step / 2 + 3, "scenario", "end", scenario)
    for (t = 1; t <= target_count[scenario]; t++) {
      bar(y, targets[scenario, t], value[scenario, targets[scenario, t], "rate"])
      y += step
    }
    y += gap
  }
  print "</svg>"
}
