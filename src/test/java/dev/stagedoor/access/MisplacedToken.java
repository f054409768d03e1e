package dev.stagedoor.access;

import static java.net.http.HttpRequest.BodyPublishers.ofString;

import dev.stagedoor.support.Http;
import java.util.stream.Stream;

/** A request with valid credentials in an unsupported place. */
record MisplacedToken(String name, Http.Call call) {

    static Stream<MisplacedToken> of(Forger forger, Http http) {
        return Stream.of(headers(forger, http), schemes(forger, http), cookies(forger, http), texts(forger, http))
                .flatMap(calls -> calls);
    }

    private static Stream<MisplacedToken> headers(Forger forger, Http http) {
        var token = forger.victim().accessToken();
        var names = Stream.of("X-API-Key", "X-Access-Token", "X-Authorization", "Proxy-Authorization", "Authentication")
                .map(name ->
                        new MisplacedToken("header " + name, http.get("/me").header(name, token)));
        var claims = Stream.of("X-User-Id", "X-Forwarded-User", "X-Remote-User")
                .map(name -> new MisplacedToken(
                        "header " + name,
                        http.get("/me").header(name, forger.victim().id().toString())));
        return Stream.concat(names, claims);
    }

    private static Stream<MisplacedToken> schemes(Forger forger, Http http) {
        var token = forger.victim().accessToken();
        var forged = forger.draft().signed(forger.ownKey());
        return Stream.of(
                        "%s",
                        "Basic %s",
                        "DPoP %s",
                        "Token %s",
                        "Bearer%s",
                        "Bearer: %s",
                        "Bearer=%s",
                        "Bearer Bearer %s",
                        "Bearer token=\"%s\"",
                        "Bearer %s x",
                        "Bearer %1$s, Bearer %1$s",
                        "Basic eDp5, Bearer %s",
                        "bearer " + forged,
                        "Bearer " + forged + ", Bearer %s")
                .map(header -> new MisplacedToken(
                        "Authorization: " + header.replace(forged, "<forged>"),
                        http.get("/me").header("Authorization", header.formatted(token))));
    }

    private static Stream<MisplacedToken> cookies(Forger forger, Http http) {
        return Stream.of("access_token", "token", "Authorization", "JSESSIONID", "SESSION")
                .map(name -> new MisplacedToken(
                        "cookie " + name,
                        http.get("/me")
                                .header("Cookie", name + "=" + forger.victim().accessToken())));
    }

    private static Stream<MisplacedToken> texts(Forger forger, Http http) {
        var token = forger.victim().accessToken();
        var form = "application/x-www-form-urlencoded";
        return Stream.of(
                new MisplacedToken("query access_token", http.get("/me?access_token=" + token)),
                new MisplacedToken("query token", http.get("/me?token=" + token)),
                new MisplacedToken("query Authorization", http.get("/me?Authorization=Bearer%20" + token)),
                new MisplacedToken(
                        "query in addition to a forged token",
                        http.get("/me?access_token=" + token)
                                .bearer(forger.draft().signed(forger.ownKey()))),
                new MisplacedToken(
                        "form",
                        http.call("POST", "/me", ofString("access_token=" + token))
                                .header("Content-Type", form)),
                new MisplacedToken(
                        "form of a GET",
                        http.call("GET", "/me", ofString("access_token=" + token))
                                .header("Content-Type", form)),
                new MisplacedToken("JSON", http.patch("/me", "{\"access_token\": \"" + token + "\"}")));
    }

    @Override
    public String toString() {
        return name;
    }
}
