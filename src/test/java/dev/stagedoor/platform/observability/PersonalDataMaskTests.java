package dev.stagedoor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonWriter;

class PersonalDataMaskTests {

    private static final JsonWriter<Object> WRITER = JsonWriter.of(members -> {
        members.add("message", Object::toString);
        members.add("error").usingMembers(error -> error.add("stack_trace", text -> "at a.B.c\n" + text));
        members.add().usingPairs((text, pairs) -> pairs.accept("nested", Map.of("deep", text)));
        new PersonalDataMask().customize(members);
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mia@example.com",
                "mia.lindqvist+tickets@mail.example.co.uk",
                "MIA_L@EXAMPLE.COM",
                "+4915112340077",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl-_",
                "sdr_AAAABBBBCCCCDDDDEEEE",
                "sdk_AAAABBBBCCCCDDDDEEEE"
            })
    void personalDataAreMaskedInAllFields(String secret) {
        assertThat(WRITER.writeToString("550 5.1.1 <" + secret + ">: refused"))
                .doesNotContain(secret)
                .isEqualTo("{'message':'550 5.1.1 <********>: refused',"
                        .concat("'error':{'stack_trace':'at a.B.c\\n550 5.1.1 <********>: refused'},")
                        .concat("'nested':{'deep':'550 5.1.1 <********>: refused'}}")
                        .replace('\'', '"'));
    }

    @Test
    void credentialsWithoutTheirOwnFormatAreMasked() {
        assertThat(WRITER.writeToString("Authorization: Bearer AbC.dEf-123_x= and /reset-password?token=AbCdEf123456"))
                .contains("Bearer ********", "?token=********")
                .doesNotContain("AbC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.stagedoor.favorite.FavoriteStatements@1a2b3c4d",
                "2026-11-21T09:30:00.123+01:00",
                "019a1f52-7c1e-7c3a-9d57-0b6a5f1d2e3c",
                "took 1500000000 ns, +15 ms, +3000000.5 %",
                "jdbc:postgresql://127.0.0.1:5432/stagedoor",
                "user@localhost"
            })
    void otherTextIsUnchanged(String text) {
        assertThat(WRITER.writeToString(text)).contains("\"" + text + "\"");
    }
}
