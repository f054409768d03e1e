package dev.stagedoor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** The character loops accept the same headers as the regular expressions of Spring Security, and values in UTF-8. */
class HeaderRuleTests {

    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    @Test
    void nameRuleEqualsTheFirewallRule() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(character -> "x" + Character.toString(character) + "y")
                        .filter(text -> HeaderCharacters.isName(text)
                                != NAME.matcher(text).matches()))
                .isEmpty();
        assertThat(HeaderCharacters.isName("")).isTrue();
    }

    @Test
    void onlyControlCharactersAreForbiddenInValues() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(character -> Character.getType(character) != Character.SURROGATE)
                        .filter(character -> !HeaderCharacters.isValue(received("x" + Character.toString(character)))))
                .isNotEmpty()
                .allMatch(character -> Character.getType(character) == Character.CONTROL && character != '\t');
        assertThat(HeaderCharacters.isValue("")).isTrue();
        assertThat(HeaderCharacters.isValue("M\u00fcller")).isTrue();
        assertThat(HeaderCharacters.isValue("\u00fc\u0080")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abc.DEF-0_9",
                "Bearer ",
                "Bearer",
                "Bearer  abc",
                "bearer abc",
                "BEARER abc",
                "Bearer\tabc",
                "Bearer abc def",
                "Bearer abc==",
                "Bearer a+b/c~",
                "Bearer =abc",
                "Bearer \u00e4bc",
                "Bearer abc,def",
                "Bearer abc, Bearer def",
                "Bearerabc",
                "Basic abc",
                "DPoP abc",
                "",
                " Bearer abc"
            })
    void tokenIsResolvedLikeByTheDefaultResolver(String header) {
        assertThat(outcome(new PlainBearerToken(), header))
                .isEqualTo(outcome(new DefaultBearerTokenResolver(), header));
    }

    @Test
    void missingHeaderReturnsNoToken() {
        assertThat(new PlainBearerToken().resolve(new MockHttpServletRequest())).isNull();
    }

    private static String outcome(BearerTokenResolver resolver, String header) {
        var request = new MockHttpServletRequest("GET", "/me");
        request.addHeader("Authorization", header);
        try {
            return "token " + resolver.resolve(request);
        } catch (AuthenticationException failure) {
            return "rejected: " + failure.getMessage();
        }
    }

    /** Tomcat decodes headers as ISO 8859-1. */
    private static String received(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
