package dev.stagedoor.profile;

import dev.stagedoor.account.AnonymizedUsers;
import dev.stagedoor.platform.invariant.Invariant;
import dev.stagedoor.platform.invariant.Invariants;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Invariants of profiles, which other systems also write. */
@Component
class ProfileInvariants implements Invariants {

    private static final Set<String> NO_CURRENCY = Set.of("XTS", "XXX");

    @Override
    public List<Invariant> list() {
        return Stream.concat(rows(), values()).toList();
    }

    private static Stream<Invariant> rows() {
        return Stream.of(
                new Invariant("every account has one profile", """
                        SELECT u.id FROM users.users u LEFT JOIN users.user_profiles p ON p.user_id = u.id
                        WHERE NOT %s GROUP BY u.id HAVING count(p.id) <> 1""".formatted(AnonymizedUsers.sqlCondition("u"))),
                new Invariant("anonymized accounts have no profile", """
                        SELECT u.id FROM users.users u JOIN users.user_profiles p ON p.user_id = u.id WHERE\s""" + AnonymizedUsers.sqlCondition("u")));
    }

    private static Stream<Invariant> values() {
        return Stream.of(
                new Invariant("languages are BCP 47 tags", """
                        SELECT user_id FROM users.user_profiles
                        WHERE language !~ '^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$' OR length(language) > 35"""),
                new Invariant(
                        "time zones are in the IANA database",
                        "SELECT user_id FROM users.user_profiles WHERE timezone <> ALL (CAST(:zones AS text[]))",
                        Map.of("zones", TimeZones.NAMES.toArray(String[]::new))),
                new Invariant(
                        "currencies are ISO 4217 codes",
                        "SELECT user_id FROM users.user_profiles WHERE currency <> ALL (CAST(:codes AS text[]))",
                        Map.of("codes", currencies())),
                new Invariant("birth dates are in the past and not before 1900", """
                        SELECT user_id FROM users.user_profiles
                        WHERE birth_date < '1900-01-01' OR birth_date >= CAST(now() AT TIME ZONE 'UTC' AS date)"""),
                new Invariant("settings are objects", """
                        SELECT user_id FROM users.user_profiles WHERE jsonb_typeof(settings) <> 'object'"""),
                new Invariant("languages, frameworks, devices and architectures have at most 100 entries", """
                        SELECT DISTINCT user_id
                        FROM users.user_profiles,
                             unnest(ARRAY[languages, frameworks, devices, architecture_familiarity]) AS list (entries)
                        WHERE CASE jsonb_typeof(entries)
                                  WHEN 'array' THEN jsonb_array_length(entries) > 100 ELSE entries IS NOT NULL END"""));
    }

    /** Includes withdrawn currencies. */
    private static String[] currencies() {
        return Stream.concat(
                        Codes.CURRENCIES.stream(),
                        Currency.getAvailableCurrencies().stream()
                                .map(Currency::getCurrencyCode)
                                .filter(code -> !NO_CURRENCY.contains(code)))
                .toArray(String[]::new);
    }
}
