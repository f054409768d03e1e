package dev.stagedoor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** The character loops accept the same headers as the regular expressions of Spring Security. */
class HeaderRuleTests {

    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
    private static final Pattern VALUE = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Test
    void characterRuleEqualsTheFirewallRule() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(character -> "x" + Character.toString(character) + "y")
                        .filter(text -> HeaderCharacters.areAssigned(text, false)
                                        != NAME.matcher(text).matches()
                                || HeaderCharacters.areAssigned(text, true)
                                        != VALUE.matcher(text).matches()))
                .isEmpty();
        assertThat(HeaderCharacters.areAssigned("", false)).isTrue();
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
}
