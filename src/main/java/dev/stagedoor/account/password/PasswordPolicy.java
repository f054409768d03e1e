package dev.stagedoor.account.password;

import dev.stagedoor.platform.error.FieldErrorDto;
import dev.stagedoor.platform.error.ProblemException;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Which passwords are taken: long ones that are neither common nor made of what everyone knows of the account. */
@Component
@RequiredArgsConstructor
public class PasswordPolicy {

    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 128;
    private static final int SHORTEST_PART = 3;
    private static final int OWN_CHARACTERS = 8;

    private final CommonPasswords common;

    /** Refuses with {@code validation-failed} of the field; {@code known} is what anyone may know: email and names. */
    public void check(String field, RawPassword password, String... known) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw refusal(field, FieldErrorDto.OUT_OF_RANGE, "must have 12 to 128 characters");
        }
        var text = password.reveal().toLowerCase(Locale.ROOT);
        if (common.contains(text)) {
            throw refusal(field, "too-common", "is one of the most common passwords");
        }
        if (isMadeOf(text, known)) {
            throw refusal(field, "too-personal", "is made of the account's own email or name");
        }
    }

    /** What is left without the parts of email and name must still be a secret. */
    private static boolean isMadeOf(String password, String... known) {
        var rest = Stream.of(known)
                .flatMap(PasswordPolicy::parts)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> part.length() >= SHORTEST_PART)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(password, (left, part) -> left.replace(part, ""));
        return !rest.equals(password) && rest.length() < OWN_CHARACTERS;
    }

    /** Of {@code ada.king@example.com}: the whole, {@code ada.king}, and each word of it. */
    private static Stream<String> parts(String value) {
        var words = Stream.of(value.split("[^\\p{L}\\p{N}]+"));
        return Stream.concat(Stream.of(value, value.split("@", 2)[0]), words);
    }

    private static ProblemException refusal(String field, String code, String message) {
        return ProblemException.invalid(new FieldErrorDto(field, code, message));
    }
}
