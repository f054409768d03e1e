package dev.stagedoor.platform.web;

/**
 * A serialized response body.
 *
 * @param body the body before serialization
 * @param json the bytes, which callers must not modify
 * @param tag  the strong entity tag of the bytes, including the quotes
 * @param <T>  the type of the body
 */
public record Representation<T>(T body, byte[] json, String tag) {}
