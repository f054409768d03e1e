package dev.stagedoor.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Tokens with a wrong number of parts or malformed parts. */
final class ForgedShapes {

    private ForgedShapes() {}

    static Stream<Forgery> of(Forger forger) throws JOSEException {
        return Stream.of(parts(forger), encodings(forger), texts(forger), encrypted(forger), others(forger))
                .flatMap(forgeries -> forgeries);
    }

    /** Non-canonical encodings of a valid token. */
    private static Stream<Forgery> nonCanonical(Forger forger) {
        var token = forger.victim().accessToken();
        var last = token.length() - 1;
        return Stream.of(
                new Forgery("padding at the end", token + "=="),
                new Forgery(
                        "a non-base64 character in the signature", token.substring(0, last) + "~" + token.charAt(last)),
                new Forgery(
                        "trailing bits outside a byte", token.substring(0, last) + (char) (token.charAt(last) + 1)));
    }

    private static Stream<Forgery> parts(Forger forger) {
        var token = forger.victim().accessToken();
        var header = forger.part(0);
        var claims = forger.part(1);
        var signature = forger.part(2);
        var none = TokenDraft.encode("{\"alg\":\"none\"}");
        return Stream.of(
                new Forgery("dots", ".."),
                new Forgery("a header alone", header),
                new Forgery("no signature", header + "." + claims),
                new Forgery("an empty signature", header + "." + claims + "."),
                new Forgery("an empty payload, as if it were detached", header + ".." + signature),
                new Forgery("an empty header", "." + claims + "." + signature),
                new Forgery("four parts", token + "." + signature),
                new Forgery("a dot at the end", token + "."),
                new Forgery("a dot at the start", "." + token),
                new Forgery("unsecured, with the dots of a JWE", none + "." + claims + "..."),
                new Forgery("claims before the header", claims + "." + header + "." + signature),
                new Forgery("a character less", token.substring(0, token.length() - 1)),
                new Forgery("a character more", token + "A"),
                new Forgery("the first half", token.substring(0, token.length() / 2)),
                new Forgery("twice", token + token));
    }

    private static Stream<Forgery> encodings(Forger forger) {
        var token = forger.victim().accessToken();
        var draft = forger.draft();
        var padded = Base64.getEncoder();
        var header = padded.encodeToString((draft.headerJson() + " ").getBytes(UTF_8));
        var claims = padded.encodeToString((draft.claimsJson() + " ").getBytes(UTF_8));
        return Stream.of(
                new Forgery("parts that are not base64", "a.b.c"),
                new Forgery("markup", "<token>"),
                new Forgery("in quotes", '"' + token + '"'),
                new Forgery("a space inside", token.replaceFirst("\\.", " .")),
                new Forgery("a tab inside", token.replaceFirst("\\.", "\t.")),
                new Forgery("dots in percent-encoding", token.replace(".", "%2E")),
                new Forgery("hexadecimal", HexFormat.of().formatHex(token.getBytes(UTF_8))),
                new Forgery("padding inside", TokenDraft.compactOf(header, claims, forger.stolenKey())));
    }

    /** Signed with the service's key, with malformed or ambiguous claims. */
    private static Stream<Forgery> texts(Forger forger) {
        var header = forger.draft().headerJson();
        var claims = forger.draft().claimsJson();
        return Stream.of(
                text(forger, "claims: nothing", header, ""),
                text(forger, "claims: null", header, "null"),
                text(forger, "claims: true", header, "true"),
                text(forger, "claims in a list", header, "[" + claims + "]"),
                text(forger, "claims in a text", header, '"' + claims.replace("\"", "\\\"") + '"'),
                text(forger, "claims in single quotes", header, claims.replace('"', '\'')),
                text(forger, "claims cut short", header, claims.substring(0, claims.length() - 1)),
                text(forger, "claims and more", header, claims + claims),
                text(
                        forger,
                        "claims with sub twice",
                        header,
                        first(claims, "sub", "\"" + forger.self().id() + '"')),
                text(forger, "claims with aud twice", header, first(claims, "aud", "\"elsewhere\"")),
                text(forger, "claims with exp twice", header, first(claims, "exp", "1")),
                text(
                        forger,
                        "claims with a deep list",
                        header,
                        first(claims, "x", "[".repeat(2_000) + "]".repeat(2_000))),
                text(forger, "claims without an end", header, "{\"a\":".repeat(1_000)),
                text(
                        forger,
                        "a token instead of claims",
                        header,
                        forger.victim().accessToken()),
                text(forger, "header with alg twice", first(header, "alg", "\"none\""), claims),
                text(forger, "header in a list", "[" + header + "]", claims),
                text(forger, "header without an end", "{\"a\":".repeat(1_000), claims));
    }

    private static Stream<Forgery> encrypted(Forger forger) throws JOSEException {
        var toUs = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                .keyID(forger.ours().getKeyID())
                .contentType("JWT")
                .build();
        var direct = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
        var publicKey = new ECDHEncrypter(forger.ours().toECPublicKey());
        var publicText = new DirectEncrypter(forger.ours().getX().decode());
        return Stream.of(
                encrypted("the token, encrypted to us", toUs, forger.victim().accessToken(), publicKey),
                encrypted("claims, encrypted to us", toUs, forger.draft().claimsJson(), publicKey),
                encrypted("claims, encrypted with x", direct, forger.draft().claimsJson(), publicText));
    }

    private static Stream<Forgery> others(Forger forger) {
        return Stream.of(
                new Forgery("a refresh token", forger.victim().refreshToken()),
                new Forgery(
                        "the token of a session that has ended",
                        forger.signedOut().accessToken()),
                new Forgery("a service's key", forger.apiKey()),
                new Forgery("a session's id", forger.draft().claims().get("sid").toString()),
                new Forgery("a person's id", forger.victim().id().toString()),
                new Forgery("the word null", "null"),
                new Forgery("7,000 letters", "x".repeat(7_000)));
    }

    private static Forgery text(Forger forger, String name, String header, String claims) {
        return new Forgery(name, TokenDraft.compact(header, claims, forger.stolenKey()));
    }

    private static Forgery encrypted(String name, JWEHeader header, String text, JWEEncrypter encrypter)
            throws JOSEException {
        var token = new JWEObject(header, new Payload(text));
        token.encrypt(encrypter);
        return new Forgery(name, token.serialize());
    }

    /** Inserts a duplicate member at the start of the object. */
    private static String first(String object, String name, String value) {
        return "{\"" + name + "\":" + value + "," + object.substring(1);
    }
}
