package dev.stagedoor.flow;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * Validates hostile text in every constrained text field of every record. Prints the slowest field with its CPU time in
 * milliseconds.
 *
 * <p>It runs in a JVM of its own, because Hibernate Validator orders composed constraints by identity hash code. The
 * argument is the number of hash codes to skip: a JVM generates the same sequence at every start.
 */
final class ConstraintCost {

    private static final Path CLASSES = Path.of("target", "classes");

    private ConstraintCost() {}

    public static void main(String[] arguments) throws Exception {
        for (var skipped = 0; skipped < Integer.parseInt(arguments[0]); skipped++) {
            System.identityHashCode(new Object());
        }
        var validator = Validation.byDefaultProvider()
                .configure()
                .constraintValidatorFactory(new Factory())
                .buildValidatorFactory()
                .getValidator();
        var slowest = 0L;
        var slowestField = "";
        var fields = 0;
        for (var record : records()) {
            for (var component : record.getRecordComponents()) {
                if (isText(component)
                        && validator.getConstraintsForClass(record).isBeanConstrained()) {
                    fields++;
                    var millis = millis(validator, record, component);
                    if (millis >= slowest) {
                        slowest = millis;
                        slowestField = record.getSimpleName() + "." + component.getName();
                    }
                }
            }
        }
        System.out.println(fields + " " + slowest + " " + slowestField);
    }

    private static long millis(Validator validator, Class<?> record, RecordComponent component) {
        return HostileTexts.of(64 * 1024)
                .mapToLong(text -> {
                    var bean = instance(record, component, text);
                    var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    validator.validate(bean);
                    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
                })
                .max()
                .orElseThrow();
    }

    private static List<Class<?>> records() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.startsWith("dev") && name.endsWith(".class") && !name.contains("-info"))
                    .<Class<?>>map(ConstraintCost::load)
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replace('/', '.'), false, ConstraintCost.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isText(RecordComponent component) {
        return component.getType() == String.class
                || component.getGenericType() instanceof ParameterizedType type
                        && type.getRawType() == JsonNullable.class
                        && type.getActualTypeArguments()[0] == String.class;
    }

    private static Object instance(Class<?> record, RecordComponent target, String text) {
        var components = record.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> component.equals(target) ? value(target, text) : absent(component.getType()))
                .toArray();
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(record.getName(), failure);
        }
    }

    private static Object value(RecordComponent target, String text) {
        return target.getType() == String.class ? text : JsonNullable.of(text);
    }

    private static Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == JsonNullable.class) {
            return JsonNullable.undefined();
        }
        return type.isPrimitive() ? 0 : null;
    }

    /** Creates validators with the objects that they need, as Spring does. */
    private static final class Factory implements ConstraintValidatorFactory {

        @Override
        public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
            return create(type);
        }

        private static <T> T create(Class<T> type) {
            if (type == Clock.class) {
                return type.cast(Clock.systemUTC());
            }
            try {
                var constructor = type.getDeclaredConstructors()[0];
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                        .map(Factory::create)
                        .toArray()));
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(type.getName(), failure);
            }
        }

        @Override
        public void releaseInstance(ConstraintValidator<?, ?> instance) {
            // Validators hold no resources.
        }
    }
}
