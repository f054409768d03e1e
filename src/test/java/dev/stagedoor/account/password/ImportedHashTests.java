package dev.stagedoor.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that other applications have created. */
class ImportedHashTests {

    private static final String TAG = "5tLYlw5wVGqGSU1ON2qWSKoTZqkM9/pomOIOa4LyOcE";

    private final PasswordHashes hashes = new PasswordHashes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "see-you-at-the-shöw",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/",
                "$2a$03$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$2a$15$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$2a$31$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$2x$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$2a$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1Ud",
                "$2a$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG\n",
                "$scrypt$ln=9,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=18,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=31,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=40,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=14,r=99,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=14,r=8,p=5$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=14,r=8,p=0$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$scrypt$ln=14,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAA",
                "$scrypt$ln=14,r=8,p=1$c2FsdHNhbHRzYWx0c$" + TAG,
                "$scrypt$ln=14,r=8,p=1$$" + TAG,
                "$pbkdf2-sha1$i=10000$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$pbkdf2-sha256$i=999$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$pbkdf2-sha256$i=2000001$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$pbkdf2-sha256$i=99999999999$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$pbkdf2-sha256$i=10000,l=64$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0c2FsdA$AAAA",
                "$argon2id$v=19$m=65537,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA$" + TAG,
                "$argon2id$v=19$m=19456,t=17,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + TAG
            })
    void unsupportedFormatOrParameterOutOfBoundsNeverMatches(String hash) {
        assertThat(PasswordHashes.isSupported(hash)).isFalse();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shöw"), hash)).isFalse();
    }

    /** The hashes were created by libxcrypt, OpenSSL and argon2-cffi. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$2b$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$2y$10$abcdefghijklmnopqrstuuadWKPgXwDchF8KsJYvDprE6cHce1UdG",
                "$scrypt$ln=14,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$5tLYlw5wVGqGSU1ON2qWSKoTZqkM9/pomOIOa4LyOcE",
                "$scrypt$ln=17,r=8,p=1$c2FsdHNhbHRzYWx0c2FsdA$oGFiCcs9fHKCfgrAajfO/YtbHX5Ry0lYO01aLsXalbc",
                "$pbkdf2-sha256$i=10000,l=32$c2FsdHNhbHRzYWx0c2FsdA$uZ0N3pSpUzA0TtgwPLwllrl0Rr3bLDjqwHB8pqDAPlk",
                "$pbkdf2-sha256$i=10000$c2FsdHNhbHRzYWx0c2FsdA$uZ0N3pSpUzA0TtgwPLwllrl0Rr3bLDjqwHB8pqDAPlk",
                "$pbkdf2-sha512$25000$....YWx0c2FsdHNhbHQ"
                        + "$VZ4CjkUySlSN5d3TSZLpiy/4jPx8P9Vt9yNY.ioS3.WENQnLVEO7DdSJt6k/5p4b.lSINu6Ihqx25DVSM4QpFA",
                "$pbkdf2-sha512$i=10000$c2FsdHNhbHRzYWx0c2FsdA"
                        + "$YWAiiRSEltzF9fTNV7uunbS1xV/4KVTOkN6iywnccYkRJvDvwkLKh4LW0F3PrqCxgVxd6DkmEUx5beJhltjErQ",
                "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA$5NtzwVfSX/mBIQNYE7h4wJujJZyxOBsIPibHDJcbou4"
            })
    void importedHashMatchesOnlyItsPasswordAndIsRenewed(String hash) {
        var password = RawPassword.of("see-you-at-the-shöw");

        assertThat(PasswordHashes.isSupported(hash)).isTrue();
        assertThat(hashes.matches(password, hash)).isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-show"), hash)).isFalse();
        assertThat(hashes.matches(RawPassword.of(""), hash)).isFalse();
        var renewed = hashes.renew(password, hash);
        assertThat(renewed).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashes.matches(password, renewed)).isTrue();
    }

    /** The examples of the passlib documentation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "$pbkdf2-sha256$6400$.6UI/S.nXIk8jcbdHx3Fhg$98jZicV16ODfEsEZeYPGHU3kbrUrvUEXOPimVSQDD44"
            })
    void publishedExampleMatches(String hash) {
        assertThat(hashes.matches(RawPassword.of("password"), hash)).isTrue();
    }

    /** Other applications do not normalize passwords. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$04$abcdefghijklmnopqrstuuWQXhfE5SMBOmdbNwcMkS252/Jq9aGqm",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$rZ+cA1Dfnsx6z6ixRg24wuz6GmQuMdLUq9mpp5zv9hE"
            })
    void hashOfAPasswordThatIsNotNormalizedMatchesAndIsRenewed(String hash) {
        var decomposed = RawPassword.of("see-you-at-the-sho\u0308w");

        assertThat(hashes.matches(decomposed, hash)).isTrue();
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shöw"), hash)).isFalse();
        var renewed = hashes.renew(decomposed, hash);
        assertThat(renewed).isNotEqualTo(hash);
        assertThat(hashes.matches(RawPassword.of("see-you-at-the-shöw"), renewed))
                .isTrue();
    }

    @Test
    void currentHashIsNotRenewedForAPasswordThatIsNotNormalized() {
        var decomposed = RawPassword.of("see-you-at-the-sho\u0308w");
        var hash = hashes.hash(decomposed);

        assertThat(hashes.matches(decomposed, hash)).isTrue();
        assertThat(hashes.renew(decomposed, hash)).isEqualTo(hash);
    }

    @Test
    void bcryptIgnoresTheBytesAfterThe72nd() {
        var hash = "$2b$04$abcdefghijklmnopqrstuu8Dh.vgdO6d90Zoziq7UE3UYuw/82Zl2";
        var password = "see-you-at-the-show-".repeat(5);

        assertThat(hashes.matches(RawPassword.of(password), hash)).isTrue();
        assertThat(hashes.matches(RawPassword.of(password.substring(0, 72)), hash))
                .isTrue();
        assertThat(hashes.matches(RawPassword.of(password.substring(0, 71)), hash))
                .isFalse();
    }
}
