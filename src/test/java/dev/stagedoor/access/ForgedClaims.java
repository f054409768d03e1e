package dev.stagedoor.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Tokens with invalid claims, signed with the service's key. */
final class ForgedClaims {

    private ForgedClaims() {}

    static Stream<Forgery> of(Forger forger) {
        return Stream.of(issuers(forger), audiences(forger), times(forger), subjects(forger), sessions(forger))
                .flatMap(forgeries -> forgeries);
    }

    private static Stream<Forgery> issuers(Forger forger) {
        var ours = forger.draft().claims().get("iss").toString();
        return values(
                forger,
                "iss",
                "https://elsewhere.example.com",
                ours + "/",
                ours.toUpperCase(),
                forger.trap(),
                "",
                1,
                List.of(ours));
    }

    private static Stream<Forgery> audiences(Forger forger) {
        return values(
                forger,
                "aud",
                "elsewhere",
                "Stagedoor",
                "stagedoor ",
                "stagedoor-admin",
                "elsewhere stagedoor",
                "",
                1,
                Map.of("stagedoor", true),
                List.of(),
                List.of("elsewhere"),
                List.of(List.of("stagedoor")));
    }

    private static Stream<Forgery> times(Forger forger) {
        var now = Instant.now().getEpochSecond();
        var others = Stream.of(
                claim(forger, "exp a second ago", "exp", now - 1),
                claim(forger, "exp in an hour, in a list", "exp", List.of(now + 3_600)),
                claim(forger, "exp in an hour, as text", "exp", String.valueOf(now + 3_600)),
                claim(forger, "exp in an hour, as a date", "exp", Instant.ofEpochSecond(now + 3_600)),
                claim(forger, "nbf in a minute", "nbf", now + 60),
                claim(forger, "nbf as text", "nbf", "soon"),
                claim(forger, "iat tomorrow", "iat", now + 86_400),
                claim(forger, "iat as text", "iat", "now"));
        return Stream.concat(values(forger, "exp", 0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1e300, true), others);
    }

    private static Stream<Forgery> subjects(Forger forger) {
        var victim = forger.victim().id();
        var self = TokenDraft.like(forger.self().accessToken()).claims();
        var others = Stream.of(
                claim(forger, "sub of an unknown user", "sub", UUID.randomUUID()),
                claim(forger, "sub of another user", "sub", self.get("sub")));
        var values = values(
                forger,
                "sub",
                "",
                1,
                "admin",
                forger.victim().email(),
                victim + " ",
                victim + "' OR '1' = '1",
                List.of(victim));
        return Stream.concat(values, others);
    }

    private static Stream<Forgery> sessions(Forger forger) {
        var claims = forger.draft().claims();
        var self = TokenDraft.like(forger.self().accessToken()).claims();
        var others = Stream.of(
                claim(forger, "sid without a session", "sid", UUID.randomUUID()),
                claim(forger, "sid of another user", "sid", self.get("sid")),
                forger.withStolenKey(
                        "sub and sid exchanged",
                        forger.draft().claim("sub", claims.get("sid")).claim("sid", claims.get("sub"))),
                forger.withStolenKey(
                        "a session that has ended",
                        TokenDraft.like(forger.signedOut().accessToken())),
                forger.withStolenKey(
                        "no claim at all", new TokenDraft(forger.draft().header(), Map.of())));
        return Stream.concat(values(forger, "sid", "", 1, "admin", List.of(claims.get("sid"))), others);
    }

    /** Returns a token for each value of a claim, one with null and one without the claim. */
    private static Stream<Forgery> values(Forger forger, String name, Object... values) {
        var others = Stream.of(
                claim(forger, name + " null", name, null),
                forger.withStolenKey("no " + name, forger.draft().withoutClaim(name)));
        return Stream.concat(Stream.of(values).map(value -> claim(forger, name + ": " + value, name, value)), others);
    }

    private static Forgery claim(Forger forger, String title, String name, Object value) {
        return forger.withStolenKey(title, forger.draft().claim(name, value));
    }
}
