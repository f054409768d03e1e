package dev.stagedoor.sender;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "The unsubscribe link of an email, and its headers (RFC 2369, RFC 8058)")
public record UnsubscribeDto(@Schema(format = "uri") String url, UnsubscribeHeadersDto headers) {

    static UnsubscribeDto of(String url) {
        return new UnsubscribeDto(url, new UnsubscribeHeadersDto("<" + url + ">", "List-Unsubscribe=One-Click"));
    }
}
