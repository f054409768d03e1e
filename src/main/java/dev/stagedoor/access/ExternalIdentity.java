package dev.stagedoor.access;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.stagedoor.account.Emails;
import dev.stagedoor.account.ExternalRegistration;
import dev.stagedoor.platform.validation.TextRules;
import java.text.ParseException;
import java.time.Instant;
import java.util.stream.Stream;

/** The identity and the profile claims of a verified token of another issuer. It grants no rights. */
record ExternalIdentity(
        String issuer,
        String subject,
        boolean isOfFirstProvider,
        String email,
        boolean emailVerified,
        String firstName,
        String lastName,
        String locale,
        String timeZone,
        Instant issuedAt,
        Instant signedInAt) {

    private static final int MAX_NAME_LENGTH = 100;

    /** @throws ParseException if {@code auth_time} is not a date */
    static ExternalIdentity of(boolean isOfFirstProvider, JWTClaimsSet claims) throws ParseException {
        var words = text(claims, "name").split("\\s+", 2);
        var email = Emails.normalized(text(claims, "email"));
        var issuedAt = claims.getIssueTime().toInstant();
        var authTime = claims.getDateClaim("auth_time");
        return new ExternalIdentity(
                claims.getIssuer(),
                claims.getSubject(),
                isOfFirstProvider,
                email,
                Stream.of("email_verified", "emailVerified")
                        .anyMatch(name -> "true".equals(String.valueOf(claims.getClaim(name)))),
                name(text(claims, "given_name"), words[0].isEmpty() ? localPart(email) : words[0]),
                name(text(claims, "family_name"), words.length == 1 ? "" : words[1]),
                text(claims, "locale"),
                text(claims, "zoneinfo"),
                issuedAt,
                authTime == null ? issuedAt : authTime.toInstant());
    }

    /** The value of {@code users.better_auth_id}; null for all but the first provider. */
    String betterAuthId() {
        return isOfFirstProvider ? subject : null;
    }

    ExternalRegistration toRegistration() {
        return new ExternalRegistration(betterAuthId(), email, emailVerified, firstName, lastName, locale, timeZone);
    }

    /** A name is required, but not all providers send one. */
    private static String localPart(String email) {
        return email.substring(0, Math.max(email.lastIndexOf('@'), 0));
    }

    private static String text(JWTClaimsSet claims, String name) {
        var text = claims.getClaim(name) instanceof String claim ? TextRules.normalized(claim) : "";
        return TextRules.isOneLine(text) ? text : "";
    }

    private static String name(String claim, String fallback) {
        var name = claim.isEmpty() ? fallback : claim;
        return name.codePoints()
                .limit(MAX_NAME_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
