package io.outlay.domain.risk;

/**
 * One of a model's files.
 *
 * @param name its name for people, such as {@code model.ubj}
 * @param bytes its content; must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, handed on and never compared
public record ModelFileContent(ModelPart part, String name, byte[] bytes) {}
