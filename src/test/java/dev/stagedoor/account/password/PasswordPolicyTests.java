package dev.stagedoor.account.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemCode;
import dev.stagedoor.platform.error.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy(new CommonPasswords(), new PasswordStrength());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see-you-at-the-show",
                "correct horse battery staple",
                "ada-likes-trapeze",
                "königsberger-brücken",
                "zwölf Zeichen",
                "九月の夜の舞台袖で会いましょう"
            })
    void longPasswordIsAccepted(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "elevenchars", "🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭"})
    void shortPasswordIsRejected(String password) {
        expectRejected(password, InvalidField.OUT_OF_RANGE);
    }

    @Test
    void passwordOver128CodePointsIsRejected() {
        var longest = "see you at the show 🎭! ".repeat(6).substring(0, 133);
        assertThatCode(() -> check(longest)).doesNotThrowAnyException();
        expectRejected(longest + "x", InvalidField.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "PASSWORD1234", "Password1234", "ｐａｓｓｗｏｒｄ１２３４", "qwertyuiop123"})
    void commonPasswordIsRejectedInAnyCaseAndWidth(String password) {
        expectRejected(password, "too-common");
    }

    @Test
    void everyPasswordOfTheBlocklistIsRejected() throws IOException {
        try (var list = PasswordPolicy.class.getResourceAsStream("/account/common-passwords.txt")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(password -> assertThatThrownBy(() -> check(password))
                            .as(password)
                            .isInstanceOf(ProblemException.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abcdefghijklmnopqrs",
                "qwertyuiop[]asdf",
                "Stagedoor-2026",
                "favorites2026",
                "p@$$w0rdp@$$w0rd",
                "theatertheatertheater"
            })
    void guessablePasswordIsRejected(String password) {
        expectRejected(password, "too-guessable");
    }

    @Test
    void weakBeginningOfALongPasswordIsMeasuredUpTo100Characters() {
        expectRejected("a".repeat(100) + "see you at the show", "too-guessable");
        assertThatCode(() -> check("a".repeat(80) + "see you at the show")).doesNotThrowAnyException();
    }

    @Test
    void passwordOfManySubstitutesIsMeasuredByItsBeginning() {
        assertThatCode(() -> check("4@8({[<39e60!|17i5$z".repeat(5))).doesNotThrowAnyException();
        expectRejected("a".repeat(20) + "4@8({[<39e60!|17i5$z".repeat(5), "too-guessable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.king@example.com",
                "ADA.KING@EXAMPLE.COM",
                "ada.king-2026",
                "example.com1",
                "KingLovelace1",
                "lovelace-lovelace",
                "ada king lovelace",
                "2026-Lovelace"
            })
    void passwordMadeOfEmailAndNameIsRejected(String password) {
        expectRejected(password, "too-personal");
    }

    @Test
    void problemContainsTheFieldButNotThePassword() {
        assertThatThrownBy(() -> policy.check("newPassword", RawPassword.of("password1234")))
                .hasMessageContaining("newPassword")
                .hasMessageNotContaining("password1234");
    }

    private void expectRejected(String password, String code) {
        assertThatThrownBy(() -> check(password))
                .asInstanceOf(type(ProblemException.class))
                .matches(problem -> problem.getCode() == ProblemCode.VALIDATION_FAILED)
                .matches(problem -> problem.getErrors().size() == 1)
                .matches(problem -> problem.getErrors().get(0).field().equals("password"))
                .matches(problem -> problem.getErrors().get(0).code().equals(code));
    }

    private void check(String password) {
        policy.check("password", RawPassword.of(password), "ada.king@example.com", "Ada", "King Lovelace");
    }
}
