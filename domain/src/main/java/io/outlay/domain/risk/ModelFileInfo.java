package io.outlay.domain.risk;

/**
 * What is told of a model's file without reading it.
 *
 * @param name its name for people, such as {@code model.ubj}
 * @param byteCount its size
 * @param sha256 fingerprint of its bytes, hexadecimal
 */
public record ModelFileInfo(ModelPart part, String name, long byteCount, String sha256) {}
