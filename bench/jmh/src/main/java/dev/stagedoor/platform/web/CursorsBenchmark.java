package dev.stagedoor.platform.web;

import dev.stagedoor.platform.persistence.KnownSecrets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signs and verifies the cursor of a page of favorites. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CursorsBenchmark {

    private static final String SCOPE = "favorites|019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c";

    private final Cursors cursors = new Cursors(new KnownSecrets());
    private final Instant moment = Instant.parse("2026-11-21T09:30:00.123456Z");
    private final UUID id = UUID.fromString("019a1f52-7c20-7d11-8a4e-5c2f9b7a6d10");
    private final String sealed = cursors.seal(SCOPE, moment, id);

    @Benchmark
    public String seal() {
        return cursors.seal(SCOPE, moment, id);
    }

    @Benchmark
    public List<String> open() {
        return cursors.open(SCOPE, sealed);
    }
}
