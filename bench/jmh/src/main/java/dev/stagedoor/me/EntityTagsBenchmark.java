package dev.stagedoor.me;

import dev.stagedoor.account.Role;
import dev.stagedoor.catalog.MemberRole;
import dev.stagedoor.platform.web.EntityTags;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** Serializes the body of {@code GET /me} and computes its entity tag. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EntityTagsBenchmark {

    private static final Instant MOMENT = Instant.parse("2026-11-21T09:30:00.123456Z");

    private final EntityTags tags = new EntityTags(JsonMapper.builder().build());
    private final MeDto me = new MeDto(
            UUID.fromString("019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c"),
            UUID.fromString("019a1f52-7c20-7d11-8a4e-5c2f9b7a6d10"),
            "mia@example.com",
            true,
            "+4930901820",
            false,
            "Mia",
            "Lindqvist",
            Role.PARTICIPANT,
            true,
            true,
            "en-US",
            LocalDate.of(1994, 5, 17),
            "Europe/Berlin",
            "EUR",
            Map.of("theme", "dark", "compact", true),
            List.of(new MyCompanyDto(
                    UUID.fromString("c0000000-0000-4000-8000-000000000001"), "Northwall Climbing", MemberRole.OWNER)),
            MOMENT,
            MOMENT);

    @Benchmark
    public String tag() {
        return tags.of(me);
    }
}
