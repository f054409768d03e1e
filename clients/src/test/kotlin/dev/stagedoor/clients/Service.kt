package dev.stagedoor.clients

import org.junit.jupiter.api.extension.ExtensionContext
import org.junit.jupiter.api.extension.ExtensionContext.Namespace
import org.junit.jupiter.api.extension.ParameterContext
import org.junit.jupiter.api.extension.ParameterResolver
import java.io.File
import java.io.IOException
import java.net.ServerSocket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeUnit

/** The service with demo data: the one at the system property `stagedoor.url`, or a new process. */
class Service private constructor(val url: String, private val process: Process?) : AutoCloseable {

    /** Stops the service, which is a child process of Maven, and Maven itself. */
    override fun close() {
        process?.descendants()?.forEach { it.destroy() }
        process?.destroy()
        process?.waitFor(30, TimeUnit.SECONDS)
    }

    private fun awaitReadiness() {
        val deadline = Instant.now() + Duration.ofMinutes(5)
        while (!isReady()) {
            check(process == null || !process.waitFor(250, TimeUnit.MILLISECONDS)) { "The service ended, see $LOG" }
            check(Instant.now() < deadline) { "The service is not ready after 5 minutes, see $LOG" }
        }
    }

    private fun isReady() = try {
        val request = HttpRequest.newBuilder(URI("$url/readyz")).build()
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200
    } catch (_: IOException) {
        false
    }

    companion object {
        private val LOG = File("target/service.log")

        fun start(): Service {
            val url = System.getProperty("stagedoor.url")
            val service = if (url == null) launch() else Service(url, null)
            try {
                service.awaitReadiness()
                return service
            } catch (failure: Throwable) {
                service.close()
                throw failure
            }
        }

        private fun launch(): Service {
            val port = ServerSocket(0).use { it.localPort }
            val data = File("target/data").absoluteFile
            data.deleteRecursively()
            val arguments = listOf(
                "--server.port=$port",
                "--management.server.port=0",
                "--stagedoor.embedded-postgres.data-directory=$data",
            )
            val wrapper = if (File.separatorChar == '/') "mvnw" else "mvnw.cmd"
            val process = ProcessBuilder(
                File("../$wrapper").absolutePath,
                "-B",
                "spring-boot:run",
                "-Dspring-boot.run.arguments=${arguments.joinToString(" ")}",
            ).directory(File("..")).redirectErrorStream(true).redirectOutput(LOG).start()
            return Service("http://localhost:$port", process)
        }
    }
}

/** Passes the service to test methods. All test classes share it. */
class ServiceExtension : ParameterResolver {

    override fun supportsParameter(parameter: ParameterContext, context: ExtensionContext) =
        parameter.parameter.type == Service::class.java

    override fun resolveParameter(parameter: ParameterContext, context: ExtensionContext): Any =
        context.root.getStore(Namespace.GLOBAL).computeIfAbsent(Service::class.java) { Service.start() }
}
