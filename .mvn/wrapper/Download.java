import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Downloads a file on machines without curl and wget: {@code java Download.java URL FILE}. */
class Download {

    public static void main(String[] arguments) throws Exception {
        try (InputStream content = URI.create(arguments[0]).toURL().openStream()) {
            Files.copy(content, Path.of(arguments[1]));
        }
    }
}
