package dev.stagedoor.clients

import okhttp3.Interceptor
import okhttp3.OkHttpClient
import okhttp3.Response
import java.io.File

/** Records the requests of an HTTP client, and finds the operations of the API documents that were not called. */
class CalledOperations : Interceptor {

    val client = OkHttpClient.Builder().addInterceptor(this).build()

    private val requests = mutableSetOf<String>()

    override fun intercept(chain: Interceptor.Chain): Response {
        requests += "${chain.request().method} ${chain.request().url.encodedPath}"
        return chain.proceed(chain.request())
    }

    fun missing() = DOCUMENTS.flatMap { operations(File("../docs/openapi/$it.yaml")) }
        .filter { operation -> requests.none { pattern(operation).matches(it) } }

    /** The paths without parameters match only themselves, because all values of parameters contain a digit. */
    private fun pattern(operation: String) = Regex(operation.replace(Regex("\\{[^}]+}"), "[^/]*[0-9][^/]*"))

    private fun operations(document: File): List<String> {
        val operations = mutableListOf<String>()
        var path = ""
        document.forEachLine { line ->
            PATH.matchEntire(line)?.let { path = it.groupValues[1] }
            METHOD.matchEntire(line)?.let { operations += "${it.groupValues[1].uppercase()} $path" }
        }
        return operations
    }

    private companion object {
        val DOCUMENTS = listOf("client", "business", "super-admin", "catalog", "sender")
        val PATH = Regex(" {2}\"?(/[^\"]*)\"?:")
        val METHOD = Regex(" {4}(get|put|post|delete|patch):")
    }
}
