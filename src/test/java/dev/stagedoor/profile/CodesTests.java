package dev.stagedoor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    private final TimeZoneId.Validator timeZones = new TimeZoneId.Validator();
    private final CurrencyCode.Validator currencies = new CurrencyCode.Validator();

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "XCG", "ZWG", "SLE", "VED", "XAD", "SVC", "CHE", "XAU"})
    void currencyInUseIsValid(String code) {
        assertThat(currencies.isValid(code, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BGN", "HRK", "DEM", "ANG", "ZWL", "SLL", "CUC", "XXX", "XTS", "CNH", "eur", ""})
    void otherCurrencyIsInvalid(String code) {
        assertThat(currencies.isValid(code, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EST, -05:00",
        "MST, -07:00",
        "HST, -10:00",
        "GMT+0, Z",
        "GMT-0, Z",
        "ROC, +08:00",
        "America/Coyhaique, -03:00",
        "Europe/Kyiv, +02:00",
        "US/Pacific, -08:00"
    })
    void zoneIsValidOnAllJdks(String name, ZoneOffset winter) {
        assertThat(timeZones.isValid(name, null)).isTrue();
        assertThat(TimeZones.zone(name).getRules().getOffset(Instant.parse("2026-01-15T00:00:00Z")))
                .isEqualTo(winter);
    }

    @Test
    void everyValidZoneHasRules() {
        assertThat(TimeZones.NAMES)
                .hasSizeGreaterThan(500)
                .allSatisfy(name -> assertThat(TimeZones.zone(name)).isInstanceOf(ZoneId.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/Unknown", "SystemV/EST5", "+02:00", "GMT+2", "PST", "europe/berlin", "Factory", ""})
    void otherZoneIsInvalid(String name) {
        assertThat(timeZones.isValid(name, null)).isFalse();
    }
}
