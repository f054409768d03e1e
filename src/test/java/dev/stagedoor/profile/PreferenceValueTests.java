package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of time zones, currencies and birth dates. */
class PreferenceValueTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final TimeZoneId.Validator timeZones = new TimeZoneId.Validator();
    private final CurrencyCode.Validator currencies = new CurrencyCode.Validator();
    private final BirthDate.Validator birthDates = new BirthDate.Validator(NOON);

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "Etc/GMT+2"})
    void ianaTimeZoneIsValid(String zone) {
        assertThat(timeZones.isValid(zone, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " UTC", "utc", "europe/berlin", "+02:00", "GMT+2", "UTC+1", "Z", "SystemV/EST5"})
    void otherTimeZoneIsInvalid(String zone) {
        assertThat(timeZones.isValid(zone, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "JPY", "SEK", "CHF", "XAF"})
    void isoCurrencyIsValid(String code) {
        assertThat(currencies.isValid(code, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EU", "EURO", "ABC", "XXX", "XTS", "978", "€"})
    void otherCurrencyIsInvalid(String code) {
        assertThat(currencies.isValid(code, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, false",
        "1900-01-01, true",
        "2000-02-29, true",
        "2026-11-20, true",
        "2026-11-21, false",
        "2026-11-22, false"
    })
    void birthDateIsInThePastAndNotBefore1900(LocalDate date, boolean valid) {
        assertThat(birthDates.isValid(date, null)).isEqualTo(valid);
    }

    @Test
    void nullIsValid() {
        assertThat(timeZones.isValid(null, null)).isTrue();
        assertThat(currencies.isValid(null, null)).isTrue();
        assertThat(birthDates.isValid(null, null)).isTrue();
    }
}
