package dev.stagedoor.support;

/** Registers a user with the password of {@link People} and signs in. */
interface Registrar {

    Person register(String email);
}
