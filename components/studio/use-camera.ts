'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

export type CameraFault = 'refused' | 'missing' | 'busy' | 'unsafe'
export type Facing = 'user' | 'environment'

const faultByName: Record<string, CameraFault> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

interface CameraView {
  video: RefObject<HTMLVideoElement | null>
  isReady: boolean
  fault: CameraFault | null
  hasSeveral: boolean
}

/** Opens a camera and shows it in `video` while mounted; lets go of it afterwards, so that its light goes out. */
export function useCamera(facing: Facing): CameraView {
  const video = useRef<HTMLVideoElement>(null)
  const [isReady, setReady] = useState(false)
  const [fault, setFault] = useState<CameraFault | null>(null)
  const [hasSeveral, setSeveral] = useState(false)

  useEffect(() => {
    let stream: MediaStream | null = null
    let isOver = false
    const open = async () => {
      if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('', 'unsafe')
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1440 } },
      })
      if (isOver) return release(stream)
      const devices = await navigator.mediaDevices.enumerateDevices()
      setSeveral(devices.filter(({ kind }) => kind === 'videoinput').length > 1)
      if (!video.current) return
      video.current.srcObject = stream
      await video.current.play()
      setReady(true)
    }
    open().catch((error: unknown) => {
      const name = error instanceof Error ? error.name : ''
      if (!isOver) setFault(name === 'unsafe' ? 'unsafe' : (faultByName[name] ?? 'missing'))
    })
    return () => {
      isOver = true
      setReady(false)
      if (stream) release(stream)
    }
  }, [facing])

  return { video, isReady, fault, hasSeveral }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** The picture of this moment as a JPEG file, mirrored when it was shown mirrored. Null when the camera gave none. */
export async function takePicture(video: HTMLVideoElement, isMirrored: boolean): Promise<File | null> {
  const { videoWidth: width, videoHeight: height } = video
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context || width === 0) return null
  if (isMirrored) context.setTransform(-1, 0, 0, 1, width, 0)
  context.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob && new File([blob], 'camera.jpg', { type: 'image/jpeg' })
}
