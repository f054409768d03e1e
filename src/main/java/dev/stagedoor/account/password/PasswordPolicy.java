package dev.stagedoor.account.password;

import dev.stagedoor.platform.error.InvalidField;
import dev.stagedoor.platform.error.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Requires 12 to 128 characters. Rejects common and guessable passwords, and those made of the account's email or name. */
@Component
@RequiredArgsConstructor
public class PasswordPolicy {

    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 128;

    /** Longer emails and names are invalid themselves. */
    private static final int MAX_PERSONAL_LENGTH = 255;

    private static final int MIN_PART_LENGTH = 3;
    private static final int MIN_REMAINING_LENGTH = 8;

    private final CommonPasswords common;
    private final PasswordStrength strength;

    /**
     * @param personal the email and the names
     * @throws ProblemException {@code validation-failed} for the field
     */
    public void check(String field, RawPassword password, String... personal) {
        violation(field, password, List.of(personal)).ifPresent(violation -> {
            throw ProblemException.invalid(List.of(violation));
        });
    }

    Optional<InvalidField> violation(String field, RawPassword password, List<String> personal) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            return Optional.of(InvalidField.of(field, InvalidField.OUT_OF_RANGE, "must-have-12-to-128-characters")
                    .between((long) MIN_LENGTH, (long) MAX_LENGTH));
        }
        var text = password.reveal().toLowerCase(Locale.ROOT);
        var parts = personal.stream()
                .filter(value -> value.length() <= MAX_PERSONAL_LENGTH)
                .flatMap(PasswordPolicy::parts)
                .toList();
        if (common.contains(text)) {
            return Optional.of(InvalidField.of(field, "too-common", "is-a-common-password"));
        }
        if (isMadeOf(text, parts)) {
            return Optional.of(InvalidField.of(field, "too-personal", "must-not-consist-of-email-or-name"));
        }
        return strength.isGuessable(password.reveal(), parts)
                ? Optional.of(InvalidField.of(field, "too-guessable", "must-be-harder-to-guess"))
                : Optional.empty();
    }

    /** Returns whether fewer than 8 characters remain after removing all parts of the email and the names. */
    private static boolean isMadeOf(String password, List<String> personal) {
        var remainder = personal.stream()
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> part.length() >= MIN_PART_LENGTH)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(password, (remaining, part) -> remaining.replace(part, ""));
        return !remainder.equals(password) && remainder.length() < MIN_REMAINING_LENGTH;
    }

    /** Returns the value, the local part of an email, and each word: {@code ada.king@example.com}, {@code ada.king}, ... */
    private static Stream<String> parts(String value) {
        var words = Stream.of(value.split("[^\\p{L}\\p{N}]+"));
        return Stream.concat(Stream.of(value, value.split("@", 2)[0]), words);
    }
}
