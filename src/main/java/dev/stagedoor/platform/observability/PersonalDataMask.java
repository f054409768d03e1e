package dev.stagedoor.platform.observability;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Masks email addresses, phone numbers and credentials in JSON log lines. The service does not log them, but messages of
 * other systems may contain them, for example a rejection by a mail server.
 */
class PersonalDataMask implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final String MASK = "********";

    private static final Pattern PERSONAL = Pattern.compile(String.join(
            "|",
            "[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}",
            "(?<![\\w+])\\+[1-9][0-9]{6,14}(?![\\w.])",
            "\\beyJ[\\w-]{8,512}\\.[\\w-]+\\.[\\w-]*",
            "\\bsd[rk]_[\\w-]{16,}",
            "(?i)(?<=\\bbearer )[\\w.~+/=-]{8,}",
            "(?i)(?<=[?&]token=)[\\w.-]{8,}"));

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, PersonalDataMask::masked));
    }

    private static String masked(String text) {
        return PERSONAL.matcher(text).replaceAll(MASK);
    }
}
