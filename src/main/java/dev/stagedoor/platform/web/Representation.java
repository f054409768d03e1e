package dev.stagedoor.platform.web;

/**
 * An answer's body as it is sent.
 *
 * @param json the bytes; they are not to be changed
 * @param tag  the strong entity tag of these bytes, quotes included
 * @param <T>  what it was written from
 */
public record Representation<T>(byte[] json, String tag) {}
