package dev.stagedoor.access;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifies one of 200 cached access tokens; issues and verifies a new one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AccessTokensBenchmark {

    private static final int CALLERS = 200;

    private final UUID user = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private AccessTokens tokens;
    private String[] known;
    private int turn;

    @Setup
    public void sign() throws GeneralSecurityException {
        var properties = new AccessProperties(
                "http://localhost:8080",
                pem(),
                Duration.ofHours(1),
                Duration.ofDays(30),
                Duration.ofDays(180),
                Duration.ofSeconds(2));
        var clock = Clock.systemUTC();
        tokens = new AccessTokens(properties, new SigningKeys(properties, null, clock), clock);
        known = new String[CALLERS];
        for (int caller = 0; caller < CALLERS; caller++) {
            known[caller] = tokens.issue(user, session);
            tokens.read(known[caller]);
        }
    }

    /** Copies the token because each request contains a new string, whose hash code is not computed yet. */
    @Benchmark
    public Object readKnown() {
        turn = (turn + 1) % CALLERS;
        return tokens.read(new String(known[turn].toCharArray()));
    }

    @Benchmark
    public Object issueAndRead() {
        return tokens.read(tokens.issue(user, session));
    }

    private static String pem() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var encoded = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
