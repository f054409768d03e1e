package dev.stagedoor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.support.Http;
import dev.stagedoor.support.People;
import dev.stagedoor.support.StagedoorTest;
import dev.stagedoor.support.Things;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@link Writes} contains all operations, and its bodies are valid and complete. */
@StagedoorTest
class WritesTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Http http;

    @Autowired
    People people;

    @Autowired
    Things things;

    @Autowired
    JdbcClient jdbc;

    private List<Write> writes;

    @BeforeEach
    void createWrites() {
        writes = Writes.all(people, things);
    }

    @Test
    void allOperationsWithABodyAreListed() {
        var calls = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> bodies(entry.getValue().getMethod().getParameters())
                        .findAny()
                        .isPresent())
                .flatMap(entry -> routes(entry.getKey()));

        assertThat(calls)
                .containsExactlyInAnyOrderElementsOf(
                        writes.stream().map(Write::route).toList());
    }

    /** Otherwise comparisons with {@link AllRows} would prove nothing. */
    @Test
    void validBodiesChangeRows() {
        assertThat(writes).allSatisfy(write -> {
            var before = AllRows.of(jdbc);
            write.send(http, write.body()).expect(write.success());
            assertThat(AllRows.of(jdbc).equals(before)).isEqualTo(!write.changesRows());
        });
    }

    @Test
    void bodiesContainAllFields() {
        mappings.getHandlerMethods()
                .forEach((mapping, call) -> bodies(call.getMethod().getParameters())
                        .forEach(body -> routes(mapping).forEach(route -> {
                            var write =
                                    writes.stream().filter(each -> each.route().equals(route));
                            assertThat(write.flatMap(Write::fields).map(WritesTests::template))
                                    .as(route)
                                    .containsAll(fields(body.getType(), ""));
                        })));
    }

    private static Stream<Parameter> bodies(Parameter... parameters) {
        return Arrays.stream(parameters).filter(parameter -> parameter.isAnnotationPresent(RequestBody.class));
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static String template(Place place) {
        return place.field().replaceAll("\\[\\d+]", "[]");
    }

    private static List<String> fields(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> fields(component, prefix + component.getName()))
                .toList();
    }

    private static Stream<String> fields(RecordComponent component, String name) {
        if (component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> entry
                && entry.isRecord()) {
            var separator = generic.getRawType() == List.class ? "[]." : ".";
            return Stream.concat(Stream.of(name), fields(entry, name + separator).stream());
        }
        return Stream.of(name);
    }
}
