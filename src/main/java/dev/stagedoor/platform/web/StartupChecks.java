package dev.stagedoor.platform.web;

import dev.stagedoor.platform.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Checks what the web server needs before the context starts and migrates the database. Jobs have no web server. */
final class StartupChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.getProperty("server.port", "-1").equals("-1")) {
            requireTemporaryDirectory();
            requireFreePort(environment, "server");
            requireFreePort(environment, "management.server");
        }
    }

    private static void requireTemporaryDirectory() {
        var directory = System.getProperty("java.io.tmpdir");
        if (!Files.isWritable(Path.of(directory))) {
            throw new InvalidConfigurationException(
                    "The temporary directory " + directory,
                    "must exist and be writable: set another one with -Djava.io.tmpdir");
        }
    }

    /** The binding of the properties rejects values that are no port. */
    private static void requireFreePort(Environment environment, String prefix) {
        var port = environment.getProperty(prefix + ".port", "");
        if (port.matches("[1-9][0-9]{0,4}")) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(
                        address(environment.getProperty(prefix + ".address")), Integer.parseInt(port)));
            } catch (IOException | IllegalArgumentException failure) {
                PortInUseException.throwIfPortBindingException(failure, () -> Integer.parseInt(port));
            }
        }
    }

    private static InetAddress address(@Nullable String configured) throws IOException {
        return StringUtils.hasText(configured)
                ? InetAddress.getByName(configured)
                : new InetSocketAddress(0).getAddress();
    }
}
