package dev.stagedoor.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Responses of deprecated operations contain the deprecation headers. */
class DeprecationTests {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Calls())
            .addInterceptors(new Deprecations())
            .build();

    @Test
    void deprecatedOperationReturnsTheHeaders() throws Exception {
        mvc.perform(get("/old?page=1"))
                .andExpect(status().isOk())
                .andExpect(header().string("Deprecation", "@1798675200"))
                .andExpect(header().string("Sunset", "Thu, 01 Jul 2027 00:00:00 GMT"))
                .andExpect(header().string("Link", "</docs/changes#old>; rel=\"deprecation\""));
    }

    @Test
    void errorOfADeprecatedOperationReturnsTheHeaders() throws Exception {
        mvc.perform(get("/old?page=one")).andExpect(status().isBadRequest()).andExpect(header().exists("Sunset"));
    }

    @Test
    void currentOperationReturnsNoHeaders() throws Exception {
        mvc.perform(get("/new"))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Deprecation"))
                .andExpect(header().doesNotExist("Sunset"));
    }

    @RestController
    static class Calls {

        @GetMapping("/old")
        @DeprecatedCall(since = "2026-12-31", sunset = "2027-07-01", link = "/docs/changes#old")
        int old(@RequestParam int page) {
            return page;
        }

        @GetMapping("/new")
        int current() {
            return 1;
        }
    }
}
