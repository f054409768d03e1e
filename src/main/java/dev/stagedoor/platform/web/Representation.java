package dev.stagedoor.platform.web;

/**
 * A serialized response body.
 *
 * @param json the bytes, which callers must not modify
 * @param tag  the strong entity tag of the bytes, including the quotes
 * @param <T>  the type of the body
 */
public record Representation<T>(byte[] json, String tag) {}
