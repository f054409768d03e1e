package dev.stagedoor.account.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Estimates how many guesses a password withstands (zxcvbn). The dictionaries are loaded on first use. */
@Component
class PasswordStrength {

    private static final int MIN_SCORE = 3;
    private static final int MAX_LENGTH = 100;
    private static final List<String> PLATFORM_WORDS =
            List.of("stagedoor", "stage", "door", "activity", "activities", "favorite", "favorites", "booking");

    /** The characters that zxcvbn reads as the same letter, where there are several. */
    private static final List<String> SUBSTITUTES = List.of("4@", "({[<", "69", "1!|", "17|", "$5", "7+");

    private static final double MAX_LOOKUPS = 100_000;

    private static final class Holder {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    /** @param words the words of the account, which an attacker tries first */
    boolean isGuessable(String password, List<String> words) {
        var dictionary = Stream.concat(words.stream(), PLATFORM_WORDS.stream()).toList();
        return Holder.ZXCVBN.measure(measured(password), dictionary).getScore() < MIN_SCORE;
    }

    /**
     * Returns the first 100 characters. Returns fewer of a text with many substitute characters, because zxcvbn looks up
     * each substring for each combination of substitutes: 100 such characters would take seconds.
     */
    private static String measured(String password) {
        var combinations = SUBSTITUTES.stream()
                .mapToLong(substitutes -> substitutes
                        .chars()
                        .filter(character -> password.indexOf(character) >= 0)
                        .count())
                .reduce(1, (product, variants) -> product * Math.max(1, variants));
        var length = Math.min(MAX_LENGTH, (int) Math.sqrt(MAX_LOOKUPS / combinations));
        var characters = Math.min(length, password.codePointCount(0, password.length()));
        return password.substring(0, password.offsetByCodePoints(0, characters));
    }
}
