package dev.stagedoor.clients

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith
import java.io.File
import java.util.concurrent.TimeUnit

/** Compiles the types that openapi-typescript generates with the strictest settings, and runs a script that uses them. */
@ExtendWith(ServiceExtension::class)
class TypeScriptClientTests {

    @Test
    fun generatedTypesCompileAndMatchTheService(service: Service) {
        assumeTrue(System.getenv("CI") == "true" || isNpmInstalled(), "npm is not installed (apt-get install npm)")
        File("src/typescript").listFiles { file -> file.isFile }!!
            .forEach { it.copyTo(WORK.resolve(it.name), overwrite = true) }

        npm("ci", "--silent")
        npm("run", "-s", "generate")
        assertThat(WORK.resolve("generated/client.ts")).content().contains("export enum ActivityType {")
        npm("run", "-s", "build")
        npm("run", "-s", "example", environment = mapOf("STAGEDOOR_URL" to service.url))
    }

    private fun isNpmInstalled() =
        System.getenv("PATH").split(File.pathSeparator).any { File(it, "npm").canExecute() }

    private fun npm(vararg arguments: String, environment: Map<String, String> = emptyMap()) {
        val log = WORK.resolve("npm.log")
        val builder = ProcessBuilder("npm", *arguments).directory(WORK).redirectErrorStream(true).redirectOutput(log)
        builder.environment() += environment
        val process = builder.start()
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).`as` { log.readText() }.isTrue()
            assertThat(process.exitValue()).`as` { log.readText() }.isZero()
        } finally {
            process.destroyForcibly()
        }
    }

    private companion object {
        /** Has the same depth as the sources because their scripts name docs/openapi by a relative path. */
        val WORK = File("target/typescript")
    }
}
