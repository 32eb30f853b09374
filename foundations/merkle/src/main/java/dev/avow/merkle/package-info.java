/**
 * Logs that prove themselves, with nothing but the JDK, so that whoever checks one needs nothing of
 * Avow's.
 *
 * <p>A {@link Frontier} grows by one leaf's {@link Hash} at a time and knows the root; a {@link
 * CompactRange} stands for leaves that are gone; {@link Proofs} makes and checks the proofs of RFC
 * 6962; a {@link Checkpoint} is a size and a root, which a {@link SignedNote} signs and a {@link
 * VerifierKey} checks, and a {@link CosignerKey} for a witness; a {@link TileTree} is a tree in
 * {@link Tile}s.
 */
@NullMarked
package dev.avow.merkle;

import org.jspecify.annotations.NullMarked;
